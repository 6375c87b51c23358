"""Placing: words of a question that tell where or when something is given, and are no part of what is given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.model import Concept
from probatum.text.expressions import caseless

_WHERE: Final = caseless(r"\b(?:in|at|from|on|during|after|before|within|near|since|until|inside)(?: the| an?)?\s*$")


def given(concepts: Sequence[Concept], question: str) -> list[Concept]:
    """The treatments among what a question asks about, without a place or a time: `hydrocortisone in ICU`, `emollients
    from birth` ask about one treatment. Where nothing else is named all of them stay."""
    kept = [c for c in concepts if c.semantic not in ("", "other") or not _placed(c, question)]
    return kept if any(c.semantic in ("drug", "procedure") for c in kept) else list(concepts)


def _placed(concept: Concept, question: str) -> bool:
    at = question.lower().find(concept.text.lower())
    return at > 0 and _WHERE.search(question[:at]) is not None
