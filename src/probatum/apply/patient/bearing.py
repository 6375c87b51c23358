"""Bearing: how much one direction of a label matters to the question, so that length never costs what matters most."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.once import once_for
from probatum.apply.patient import other_uses, uses
from probatum.model import Appraisal, Directive, DirectiveAction, Span
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


@once_for
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
    if item.action in _OF_A_USE and other_uses.for_other_use(item.text, context):
        return Bearing.BESIDE
    ours = fitting.special(text) and fitting.speaks_of(text, patient)
    return Bearing.NEEDED if ours else Bearing.USEFUL


_ADULTS: Final = caseless(r"\badults? (?:and|or) (?:adolescents|children)\b|\b(?:adolescents|children) and adults\b")
"""A dose for all but the smallest."""


def place(row: tuple[Appraisal, Directive], context: Context) -> tuple[Bearing, float]:
    """Where a direction stands among others of its sort: by how much it matters, then by how probably it tells what is
    asked, what may kill or maim before the rest, what is said of another use of the medicine behind them."""
    worth = max((one.worth for one in context.salient if _meet(one.span, row[1].span)), default=0.0)
    worth += _DEADLY * bool(_KILLS.search(row[1].text)) - 1.0 * other_uses.for_other_use(row[1].text, context)
    return of(row[1], context), -worth


_DEADLY: Final = 0.4
_KILLS: Final = caseless(
    r"\b(?:fatal|deaths?|died|life-threatening|severe|serious|permanent|malignant|failure|necrosis|anaphyla\w*|torsade"
    r"|suicid\w*|stroke|arrest|ruptur\w*|perforat\w*|ha?emorrhage)\b"
)


def _meet(one: Span, other: Span) -> bool:
    same = (one.record, one.section) == (other.record, other.section)
    return same and one.start < other.end and other.start < one.end


def _dose(item: Directive, text: str, context: Context) -> Bearing:
    """A dose for this use or this patient is needed, how it is taken useful, the dose for another use neither."""
    if uses.for_another_use(item, context):
        return Bearing.BESIDE
    if not doses.read(item.text):
        return Bearing.USEFUL
    years = fitting.age(context.question.patient)
    grown = bool(_ADULTS.search(text)) and (years is None or years.high >= fitting.CHILD_YEARS)
    limited = fitting.special(text) and not fitting.of_healthy_kidneys(text) and not grown
    ours = not limited or fitting.speaks_of(text, context.question.patient)
    return Bearing.NEEDED if ours else Bearing.USEFUL


@once_for
def of_others(item: Directive, context: Context) -> bool:
    """Whether a direction is for people whom the patient cannot be among: children for a grown-up, the pregnant for a
    man or a woman past those years."""
    patient = context.question.patient
    text = f"{item.population}: {item.text}"
    if fitting.of_children_alone(text, patient):
        return True
    if fitting.GROWN_TOO.search(item.text):
        return False
    years = fitting.age(patient)
    barren = patient.sex == "male" or (years is not None and years.low > fitting.FERTILE.high)
    named = [pattern for pattern in fitting.SPECIAL if pattern.search(text)]
    return barren and bool(named) and all(pattern in _YOUNG_OR_UNBORN for pattern in named)
