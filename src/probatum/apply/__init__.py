"""See docs/building/architecture.md."""
