"""Ingredients: the vocabulary's own name of a drug, by which penicillin V is phenoxymethylpenicillin."""

from __future__ import annotations

from functools import lru_cache

from probatum import vocabulary


@lru_cache(maxsize=1024)
def ingredient(name: str) -> str:
    """The name in lower case; empty for what the vocabulary knows as no drug."""
    return next((term.label.lower() for term in vocabulary.load().lookup(name) if term.semantic == "drug"), "")
