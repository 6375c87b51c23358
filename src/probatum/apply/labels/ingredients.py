"""Ingredients: the vocabulary's own name of a drug, by which penicillin V is phenoxymethylpenicillin."""

from __future__ import annotations

from functools import lru_cache

from probatum import vocabulary
from probatum.apply import wording


@lru_cache(maxsize=1024)
def ingredient(name: str) -> str:
    """The name in lower case; empty for what the vocabulary knows as no drug."""
    return next((term.label.lower() for term in vocabulary.load().lookup(name) if term.semantic == "drug"), "")


def names_it(drug: str, text: str) -> bool:
    """Whether a text in lower case names a medicine, or all that a combination is made of, in whatever order: notices
    say `trimethoprim/sulfamethoxazole`, the vocabulary `sulfamethoxazole and trimethoprim`."""
    parts = drug.split(" and ")
    return wording.stands_in(drug, text) or (len(parts) > 1 and all(wording.stands_in(part, text) for part in parts))
