"""Itself: a contraindication that is a reaction to the medicine itself, of which everybody thinks."""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

ITSELF: Final = caseless(
    r"^(?:(?:known |serious |severe |previous )?(?:hypersensitiv\w*|allerg\w*|anaphyla\w*)\b[^;]{0,80})$"
)
"""A contraindication that is a reaction to the medicine itself and nothing besides."""


def alone(text: str, drug: str) -> bool:
    """Whether a contraindication is a reaction to that medicine, and to none of its kind, besides."""
    return bool(ITSELF.search(text)) and drug.lower() in text.lower() and _KIND.search(text) is None


_KIND: Final = caseless(r"\b(?:or|and|another|other|any)\b")
