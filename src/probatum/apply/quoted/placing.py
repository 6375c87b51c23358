"""Placing: words of a question that tell where, when or to whom something is given, and are no part of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.model import Concept
from probatum.text.expressions import caseless

_WHERE: Final = caseless(r"\b(?:in|at|from|on|during|after|before|within|near|since|until|inside)(?: the| an?)?\s*$")
_NOT_NEEDED: Final = caseless(
    r"\b(?:not (?:need(?:ing)?|requir(?:e|ing)|receiv(?:e|ing)|on|in need of)|n't (?:need|require|receive)"
    r"|no need (?:of|for))(?: (?:any|an?|extra|supplemental))?\s*$"
)


def given(concepts: Sequence[Concept], question: str) -> list[Concept]:
    """The treatments among what a question asks about, without a place, a time or what people do without: `A in ICU`,
    `A from birth`, `A in those who do not need B` ask about one treatment. Where nothing else is named all stay."""
    kept = [c for c in concepts if not _placed(c, question)]
    return kept if any(c.semantic in ("drug", "procedure") for c in kept) else list(concepts)


def _placed(concept: Concept, question: str) -> bool:
    at = question.lower().find(concept.text.lower())
    if at <= 0:
        return False
    where = concept.semantic in ("", "other") and _WHERE.search(question[:at]) is not None
    return where or _NOT_NEEDED.search(question[:at]) is not None
