"""The audit page: paste or upload a cited text, read what holds."""
