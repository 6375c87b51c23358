"""Choices: the treatments between which an answer chooses, each held to this patient before it is named."""
