"""Lowering: the step that brings a dose above its limit down to it, which stands before all else that a path does."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import source_name
from probatum.apply.labels import starting
from probatum.apply.numbering import Steps
from probatum.apply.sections.turning import elsewhere
from probatum.apply.together import above_every_dose, over_limit
from probatum.apply.together.over_limit import Excess
from probatum.model import Kind, Span

MOST: Final = 2
_ASK: Final = "Ask the prescriber or a pharmacist today"


def say(steps: Steps, context: Context) -> None:
    """For professionals: lower what is taken to the limit, and look whether it is still enough; begin nothing above
    it."""
    for one in _found(context):
        if not _taken(one, context):
            steps.step(f"Give no more {one.told.drug} than its limit here: {_words(one)}", Kind.DIRECTIVE, _span(one))
            continue
        steps.step(f"Lower {one.told.drug} to its limit here: {_words(one)}", Kind.DIRECTIVE, _span(one))
        steps.branch("a", f"It is not enough at that dose: {elsewhere(context)}")
        steps.branch("b", "It is enough, or that is not known yet: go on")
    for above in above_every_dose.found(context)[:MOST]:
        said = f"{wording.lower(above.item.text.rstrip('. '))} ({source_name(above.appraisal)})"
        if not above.at_once:
            lead = f"Do not give this dose of {above.told.drug} before the prescriber or a pharmacist confirms it"
            steps.step(f"{lead}: {said}", Kind.DIRECTIVE, (above.item.span,))
            continue
        steps.step(f"Give no more {above.told.drug} at one time: {said}", Kind.DIRECTIVE, (above.item.span,))
        steps.branch("a", "It was taken already: ask a poison centre or the local emergency number now what to do")
        steps.branch("b", "It was not: go on")


def own(steps: Steps, context: Context) -> None:
    """For those who take it or care for somebody who does: whom to ask, and that they change nothing alone."""
    for one in _found(context):
        lead = f"{_ASK} about the dose of {one.told.drug}; change nothing by yourself"
        steps.step(f"{lead}: {_words(one)}", Kind.DIRECTIVE, _span(one))
    for above in above_every_dose.found(context)[:MOST]:
        if not above.at_once:
            steps.step(f"{_ASK} whether this dose of {above.told.drug} is meant", Kind.NAVIGATION)
            continue
        lead = f"Do not take so much {above.told.drug} at one time"
        steps.step(f"{lead}; ask a pharmacist or the prescriber first", Kind.NAVIGATION)
        steps.branch("a", "It was taken already: ask a poison centre or the local emergency number now what to do")
        steps.branch("b", "It was not: go on")


def _found(context: Context) -> tuple[Excess, ...]:
    every = over_limit.found(context)
    return tuple(one for one in every if one.item.drug.lower() == one.told.drug)[:MOST]


def _taken(one: Excess, context: Context) -> bool:
    return starting.taken(context) or any(one.told.drug == drug.lower() for drug in context.question.patient.drugs)


def _words(one: Excess) -> str:
    return f"{wording.lower(one.item.text.rstrip('. '))} ({source_name(one.appraisal)})"


def _span(one: Excess) -> tuple[Span, ...]:
    return (one.item.span,)
