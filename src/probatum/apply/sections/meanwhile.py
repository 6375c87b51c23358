"""Meanwhile: what professionals do of the medicine while the help that is called for comes: no more of it where it may
be the cause, an infusion that runs too fast stopped or slowed, and what its label has for such a state."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import source_name
from probatum.apply.labels import first_aid
from probatum.apply.numbering import Steps
from probatum.apply.quoted.admitting import meet
from probatum.apply.sections import alarmed, overdosed
from probatum.model import Kind
from probatum.text.expressions import caseless

_ACTS: Final = caseless(r"\b(?:treated|treat|antidotes?|given|corrected|reversed|glucose|glucagon)\b")
_NO_MORE: Final = "Meanwhile give no more of it before the doctor in charge agrees"


def say(steps: Steps, context: Context) -> None:
    """The steps of it, each where it is told."""
    no_more(steps, context)
    held = alarmed.held(context)
    for appraisal, span in overdosed.at_value(context)[:1]:
        if _ACTS.search(span.quote) and not any(meet(span, item.span) for _, item in held):
            said = " ".join(span.quote.split())
            steps.step(f"By {source_name(appraisal)}, at what was measured: \u201c{said}\u201d", Kind.QUOTED, (span,))


def no_more(steps: Steps, context: Context) -> None:
    """No more of what may be the cause, whatever else is done."""
    if alarmed.too_fast(context):
        steps.step(wording.upper(alarmed.SLOWED), Kind.NAVIGATION)
    held = alarmed.held(context)
    if held:
        spans = tuple(item.span for _, item in held)
        steps.step(f"{_NO_MORE}: {first_aid.said(held)}", Kind.DIRECTIVE, spans)
    elif alarmed.poisoned(context):
        steps.step(_NO_MORE, Kind.NAVIGATION)
