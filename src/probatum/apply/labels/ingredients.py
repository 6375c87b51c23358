"""Ingredients: the vocabulary's own name of a drug, by which penicillin V is phenoxymethylpenicillin."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from probatum import vocabulary
from probatum.apply import wording
from probatum.vocabulary.classes import members


@lru_cache(maxsize=1024)
def ingredient(name: str) -> str:
    """The name in lower case; empty for what the vocabulary knows as no drug."""
    return next((term.label.lower() for term in vocabulary.load().lookup(name) if term.semantic == "drug"), "")


def names_it(drug: str, text: str) -> bool:
    """Whether a text in lower case names a medicine, or all that a combination is made of, in whatever order: notices
    say `trimethoprim/sulfamethoxazole`, the vocabulary `sulfamethoxazole and trimethoprim`."""
    parts = drug.split(" and ")
    return wording.stands_in(drug, text) or (len(parts) > 1 and all(wording.stands_in(part, text) for part in parts))


def names_class(name: str, text: str) -> bool:
    """Whether a text in lower case names a class of medicines by any of its names: labels say `NSAIDs`."""
    return any(wording.stands_in(other, text) for other in (name, *_of_class(name)))


@lru_cache(maxsize=512)
def _of_class(name: str) -> tuple[str, ...]:
    """The other names of a class of medicines, each also in the plural; none for a single medicine."""
    if not members(name):
        return ()
    found = (term for term in vocabulary.load().lookup(name) if term.label.lower() == name.lower())
    names = [other.lower() for term in found for other in term.synonyms]
    return tuple(form for one in names for form in (one, f"{one}s") if len(one) > _SHORT)


_SHORT: Final = 2
