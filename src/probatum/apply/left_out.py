"""Left out: whether an answer meets its question, and what is said where it had to be put again with fewer words."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.model import Answer, Intent, Kind
from probatum.text.expressions import caseless

LEFT_OUT: Final = "left out"
"""What an assumption is called that names what no source spoke of together with the rest."""
_WORKED_OUT: Final = (Kind.CALCULATED, Kind.POOLED)
LIMIT: Final = caseless(r"(?:boxed warning|contraindicated|caution)\b")
"""How what any label says of its drug begins: true whatever was asked, and no answer to it."""
_SAID: Final = ("overdose", "self-harm")
"""Dangers beside which nothing else matters."""
_OF_ANOTHER: Final = caseless(r"in [^,]+, not ")
"""How it is said that a source is on another illness: that answers nothing."""
_WEIGHED: Final = (Intent.THERAPY, Intent.PREVENTION, Intent.PROGNOSIS)


def unmet(answer: Answer) -> bool:
    """Whether the bottom line tells that nothing answers, or no more than limits that hold for everybody."""
    if answer.question.danger in _SAID or any(s.kind in _WORKED_OUT for s in answer.section("evidence").statements):
        return False
    told = [s for s in answer.section("bottom_line").statements if s.kind is not Kind.NAVIGATION]
    asserted = [s for s in told if s.kind.asserts and not _OF_ANOTHER.match(s.directness)]
    if any(not LIMIT.match(s.text) for s in asserted):
        return False
    return not asserted or told[0].kind is Kind.ABSENCE or answer.question.intent in _WEIGHED


def say(draft: Draft, context: Context) -> bool:
    """That no source speaks of some of what was asked together with the rest, before what is told without it; False
    where nothing was left out."""
    left = next((one.from_ for one in context.question.assumptions if one.what == LEFT_OUT), "")
    if left:
        names = wording.join(left.split(", "))
        draft.add(
            f"nothing in the library answers all of this at once; left out here: {names}",
            Kind.NAVIGATION,
            plain=f"We found nothing that answers all of this at once. Left out here: {names}.",
        )
    return bool(left)
