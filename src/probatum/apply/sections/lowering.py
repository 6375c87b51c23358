"""Lowering: the step that brings a dose above its limit down to it, which stands before all else that a path does."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import source_name
from probatum.apply.labels import starting
from probatum.apply.numbering import Steps
from probatum.apply.sections.turning import elsewhere
from probatum.apply.together import over_limit
from probatum.apply.together.over_limit import Excess
from probatum.model import Kind, Span

MOST: Final = 2


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


def own(steps: Steps, context: Context) -> None:
    """For those who take it or care for somebody who does: whom to ask, and that they change nothing alone."""
    for one in _found(context):
        lead = f"Ask the prescriber or a pharmacist today about the dose of {one.told.drug}; change nothing by yourself"
        steps.step(f"{lead}: {_words(one)}", Kind.DIRECTIVE, _span(one))


def _found(context: Context) -> tuple[Excess, ...]:
    every = over_limit.found(context)
    return tuple(one for one in every if one.item.drug.lower() == one.told.drug)[:MOST]


def _taken(one: Excess, context: Context) -> bool:
    return starting.taken(context) or any(one.told.drug == drug.lower() for drug in context.question.patient.drugs)


def _words(one: Excess) -> str:
    return f"{wording.lower(one.item.text.rstrip('. '))} ({source_name(one.appraisal)})"


def _span(one: Excess) -> tuple[Span, ...]:
    return (one.item.span,)
