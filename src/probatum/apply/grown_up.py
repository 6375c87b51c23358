"""Grown up: whether an amount is for adults alone, so that it is no answer of a child."""

from __future__ import annotations

from probatum.apply import fitting
from probatum.model import Directive, DirectiveAction, Patient
from probatum.text import ages, doses


def is_child(patient: Patient) -> bool:
    """Whether the patient is told to be younger than an adult."""
    years = fitting.age(patient)
    return years is not None and years.high < fitting.CHILD_YEARS


def of_adults(item: Directive, patient: Patient) -> bool:
    """Whether a dose of a label is no child's: it names an amount, and neither the young, years of the patient's nor a
    measure of the body."""
    text = f"{item.population}: {item.text}"
    if item.action is not DirectiveAction.DOSE or not doses.read(text) or not is_child(patient):
        return False
    if fitting.YOUNG.search(text) or "/kg" in text or fitting.kilograms(patient) is not None:
        return False
    own, limit = fitting.age(patient), ages.limits(text)
    return own is None or limit is None or limit.low >= fitting.CHILD_YEARS or not own.meets(limit)
