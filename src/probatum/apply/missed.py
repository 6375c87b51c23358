"""Missed: what labels say of a dose that was forgotten, where the question asks that."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.model import Appraisal, Directive, Kind
from probatum.text.expressions import caseless
from probatum.text.missed import asks

__all__ = ["asks", "rows", "say"]

MOST: Final = 2
_TELLS: Final = caseless(r"\b(?:missed|forgotten|omitted)\b[^.;]{0,40}\bdos|\bdose[^.;]{0,40}\b(?:missed|forgotten)\b")


def rows(context: Context) -> list[tuple[Appraisal, Directive]]:
    """What the labels of the medicine say of a missed dose."""
    return [(a, d) for a in context.labels for d in a.directives if _TELLS.search(d.text)]


def say(draft: Draft, context: Context) -> bool:
    """What a label says of it, else that none does; False where nothing of the kind is asked."""
    if not context.drug_like or not asks(context.question.read):
        return False
    found = rows(context)
    directives(draft, found[:MOST], "Missed dose", "When a dose was missed")
    if not found:
        what = wording.join(context.named)
        draft.add(f"no source of the library tells what to do when a dose of {what} was missed", Kind.ABSENCE)
    return True
