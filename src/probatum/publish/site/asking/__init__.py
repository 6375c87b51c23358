"""Asking: questions, conversations, and their pages."""
