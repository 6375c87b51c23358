"""Missed: what labels say of a dose that was forgotten, where the question asks that."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.model import Appraisal, Directive, Kind
from probatum.text.expressions import caseless

MOST: Final = 2
_WHAT: Final = r"(?:dos\w*|tablets?|pills?|capsules?|injections?|jabs?|puffs?|patch\w*|medicine|medication|meds?)"
_ASKS: Final = caseless(
    rf"\b(?:missed|forgotten|skipped) (?:\w+ ){{0,3}}?{_WHAT}\b"
    rf"|\b{_WHAT} (?:was |were |is |are )?(?:missed|forgotten|skipped)\b"
    r"|\b(?:i|we|he|she|they|mum|mom|dad|who|has|have|had|just)(?:'ve|'s)? (?:(?:have|has|just|accidentally) )?"
    r"(?:missed|forgot(?:ten)?|skipped)\b(?! (?:my|his|her|the|an?) (?:period|appointment|visit|class|school|work)\b)"
    rf"|\b(?:miss|forget|skip)(?:s|ping|ting)? (?:a|one|the|my|his|her) (?:\w+ )?{_WHAT}\b"
)
_TELLS: Final = caseless(r"\b(?:missed|forgotten|omitted)\b[^.;]{0,40}\bdos|\bdose[^.;]{0,40}\b(?:missed|forgotten)\b")


def asks(text: str) -> bool:
    """Whether a text asks what to do about a dose that was not taken."""
    return _ASKS.search(text) is not None


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
