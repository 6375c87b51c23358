"""Bearing: how much one direction of a label matters to the question, so that length never costs what matters most."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from probatum.apply import fitting, for_patient, uses
from probatum.apply.context import Context
from probatum.model import Directive, DirectiveAction
from probatum.text import doses
from probatum.text.expressions import caseless


class Bearing(IntEnum):
    """The first is told at every length, the second where there is room, the third at full depth alone."""

    NEEDED = 0
    USEFUL = 1
    BESIDE = 2


FORBIDS: Final = caseless(
    r"\b(?:contra-?indicated|avoid(?:ed)?|not (?:be )?(?:recommended|used|given|taken|combined)|fatal"
    r"|life-threatening)\b"
)
"""What a label forbids outright, or calls deadly."""
_GRAVE: Final = (DirectiveAction.BOXED_WARNING, DirectiveAction.CONTRAINDICATED)
_OF_A_USE: Final = (DirectiveAction.CAUTION, DirectiveAction.SPECIAL_POPULATION, DirectiveAction.STOP)
_YOUNG_OR_UNBORN: Final = (fitting.PREGNANT, fitting.FEEDING, fitting.YOUNG)


def of(item: Directive, context: Context) -> Bearing:
    """How much a direction matters to this question and its patient."""
    patient = context.question.patient
    text = f"{item.population}: {item.text}" if item.population else item.text
    if of_others(item, context):
        return Bearing.BESIDE
    if item.action in _GRAVE or fitting.takes(item.text, patient):
        return Bearing.NEEDED
    if item.action is DirectiveAction.DOSE:
        return _dose(item, text, context)
    if item.action in _OF_A_USE and for_patient.for_other_use(item.text, context):
        return Bearing.BESIDE
    ours = fitting.special(text) and fitting.speaks_of(text, patient)
    return Bearing.NEEDED if ours else Bearing.USEFUL


def _dose(item: Directive, text: str, context: Context) -> Bearing:
    """A dose for this use or this patient is needed, how it is taken useful, the dose for another use neither."""
    if uses.for_another_use(item, context):
        return Bearing.BESIDE
    if not doses.read(item.text):
        return Bearing.USEFUL
    limited = fitting.special(text) and not fitting.of_healthy_kidneys(text)
    ours = not limited or fitting.speaks_of(text, context.question.patient)
    return Bearing.NEEDED if ours else Bearing.USEFUL


def of_others(item: Directive, context: Context) -> bool:
    """Whether a direction is for people whom the patient cannot be among: children for a grown-up, the pregnant for a
    man or a woman past those years."""
    patient = context.question.patient
    text = f"{item.population}: {item.text}"
    if fitting.of_children_alone(text, patient):
        return True
    years = fitting.age(patient)
    barren = patient.sex == "male" or (years is not None and years.low > fitting.FERTILE.high)
    named = [pattern for pattern in fitting.SPECIAL if pattern.search(text)]
    return barren and bool(named) and all(pattern in _YOUNG_OR_UNBORN for pattern in named)
