"""Pausing: the path where it is asked what becomes of a medicine when an operation or procedure is ahead.

Whether it is still needed is not asked: it is taken again. Who operates and who prescribed it agree beforehand whether
and when it is paused, with what labels and guidelines say, and when it is begun again.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import source_name
from probatum.apply.labels import asked_of, set_apart
from probatum.apply.numbering import Steps
from probatum.apply.quoted.salience import Salient
from probatum.model import DirectiveAction, Kind
from probatum.text.expressions import caseless

_DENTIST: Final = caseless(r"\b(?:dent\w+|tooth|teeth|molars?|root canal)\b")
_GOES_ON: Final = caseless(r"\bcontinu(?:e|ed|ing)\b")
_RISKS: Final = caseless(r"\bstopp(?:ing|ed)\b[^.;]{0,60}\b(?:rais|increas|lead|caus)\w*")


def steps_of(steps: Steps, context: Context, *, own: bool) -> bool:
    """The path; False where nothing of the kind is asked."""
    if not set_apart.paused(context):
        return False
    drug = wording.join(list(asked_of.asked_for(context)))
    who = "dentist" if _DENTIST.search(context.question.typed) else "surgical team"
    told, side = asked_of.told(context), asked_of.side(context)
    shown, spans = "; ".join(map(_said, told)), tuple(one.span for one in told)
    if own:
        steps.step(
            f"Tell the {who} about {drug} now, and change nothing before they and the prescriber have agreed",
            Kind.NAVIGATION,
        )
        if told:
            steps.step(f"Show them this: {shown}", Kind.DIRECTIVE, spans)
        if told and all(_GOES_ON.search(one.span.quote) for one in told):
            steps.step("Ask what is done against bleeding, and whom to call if it does not stop", Kind.NAVIGATION)
        else:
            paused = "" if told else "whether it is paused at all, and if so "
            steps.step(f"Ask {paused}on which day it is taken last, and on which day again", Kind.NAVIGATION)
        return True
    if told:
        ends = side.ends.search(told[0].span.quote) if side is not None and side.ends is not None else None
        steps.step(f"{'Go by' if ends else 'Weigh'} this: {shown}", Kind.DIRECTIVE, spans)
    boxed = context.directives(DirectiveAction.BOXED_WARNING)
    risks = [row for row in boxed if _RISKS.search(row[1].text) and row[1].span not in spans][:1]
    for appraisal, item in risks:
        text = f"{wording.lower(item.text.rstrip('. '))} ({source_name(appraisal)})"
        steps.step(f"Know what a pause risks: {text}", Kind.DIRECTIVE, (item.span,))
    steps.step(
        f"Agree with the {who} and the prescriber, before the day, whether {drug} {wording.now(drug)} paused and when"
        " it is taken again",
        Kind.NAVIGATION,
    )
    steps.step("Tell the patient in writing on which day it is taken last, and on which day again", Kind.NAVIGATION)
    return True


def _said(one: Salient) -> str:
    return f"{wording.lower(one.span.quote.rstrip('. '))} ({source_name(one.appraisal)})"
