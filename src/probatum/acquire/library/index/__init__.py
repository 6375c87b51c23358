"""The full-text index: derived from the records, made anew from them at any time."""
