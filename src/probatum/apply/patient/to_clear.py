"""To clear: what a label says of swallowing and of sitting upright, where the question tells that either is in doubt.

A tablet that is to be taken upright, for a lady in a chair with a bad swallow, was answered with its dose first;
whether what the label asks for can be kept is cleared up before that.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.labels import first_aid, starting, swallowed
from probatum.apply.numbering import Steps
from probatum.apply.once import once
from probatum.apply.patient import abilities, for_patient
from probatum.model import Appraisal, Directive, DirectiveAction, Kind
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]
MOST: Final = 4
_SWALLOWING: Final = caseless(r"\b(?:o?esophag(?:us|itis|eal)|swallow(?:ing|ed)?|dysphagia)\b")
_UPRIGHT: Final = caseless(r"\bupright\b|\blie down\b")
_BY_ACCIDENT: Final = caseless(r"\baccidental\w*|\bindicated\b|\breflux\b|\bcandid\w+")
_GRAVE: Final = (DirectiveAction.CONTRAINDICATED, DirectiveAction.STOP, DirectiveAction.CAUTION)


@once
def rows(context: Context) -> tuple[Row, ...]:
    """What the labels of the medicine say of what is in doubt: what forbids or ends it first, then how it is taken."""
    typed = context.question.typed
    swallows, sits = abilities.swallows_badly(typed), abilities.sits(typed)
    if not (swallows or sits) or context.combined or for_patient.barred(context):
        return ()
    own = {name.lower() for name in context.drugs}
    held = [(a, d) for a in context.labels for d in a.directives if d.drug.lower() in own]
    held = [r for r in held if r[1].action is not DirectiveAction.INDICATED and not _BY_ACCIDENT.search(r[1].text)]
    found = [
        r
        for r in held
        if (swallows and (_SWALLOWING.search(r[1].text) or swallowed.TELLS.search(r[1].text)))
        or (sits and _UPRIGHT.search(r[1].text))
    ]
    return tuple(sorted(found, key=_order))[:MOST]


def _order(row: Row) -> int:
    return _GRAVE.index(row[1].action) if row[1].action in _GRAVE else len(_GRAVE)


def say(draft: Draft, context: Context) -> int:
    """That it is cleared up first; how many sentences that took."""
    before = len(draft)
    directives(draft, rows(context), "To be cleared up before any dose", "To be cleared up before the next dose")
    return len(draft) - before


def step(steps: Steps, context: Context) -> None:
    """The step of it, where a label forbids or ends the medicine for that."""
    told = [row for row in rows(context) if row[1].action in _GRAVE]
    if not told:
        return
    drug = starting.drug(context)
    spans = tuple(item.span for _, item in told)
    steps.step(f"Clear up before any dose: {first_aid.said(told)}", Kind.DIRECTIVE, spans)
    steps.branch("a", f"One of these holds, or it is not clear: do not give {drug}, and ask the prescriber; stop here")
    steps.branch("b", "None of these holds: go on")
