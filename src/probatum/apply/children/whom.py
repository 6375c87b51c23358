"""Whom: whether the patient is a child, and whether a direction is for adults alone."""

from __future__ import annotations

import re
from typing import Final

from probatum.apply import fitting
from probatum.model import Directive, DirectiveAction, Patient
from probatum.text import ages, doses
from probatum.text.expressions import caseless, expression

_ADULTS: Final = expression(
    r"^\W*(?:in |for )?adults?\b(?! and (?:children|adolescents))"
    r"|\b(?:doses? of [\w/ -]{3,60} in|choices? for) adults\b(?! (?:and|or) (?:in |for )?(?:children|adolescents))",
    re.IGNORECASE,
)
_OPENING: Final = caseless(
    r"(?:in|for) [^,.;:]{2,80}?\b(?:in|of) adults\b(?! (?:and|or) (?:in |for )?(?:children|adolescents|young))"
    r"[^,.;:]{0,80},"
)
_NEARLY_GROWN: Final = 12
"""Years from which advice for adults is shown for want of other: a child of this age may be as heavy as they are."""
_GROUPS: Final = {"newborn": "newborns", "infant": "infants", "toddler": "toddlers", "adolescent": "adolescents"}


def is_child(patient: Patient) -> bool:
    """Whether the patient is told to be younger than an adult."""
    years = fitting.age(patient)
    return years is not None and years.high < fitting.CHILD_YEARS


def named(patient: Patient) -> str:
    """Children such as the patient, in running text: `infants`, `children of 8 months`."""
    age = patient.age.removesuffix("s") if patient.age.startswith("1 ") else patient.age
    return _GROUPS.get(age) or ("children" if not age[:1].isdigit() else f"children of {age}")


def for_adults(item: Directive, patient: Patient) -> bool:
    """Whether the patient is a child and a direction is for adults: it names them, or it is an amount that goes with
    neither the young nor years of the patient's nor a measure of the body."""
    if not is_child(patient) or fitting.YOUNG.search(f"{item.population}: {item.text}"):
        return False
    return _ADULTS.search(item.text) is not None or _amount_of_adults(item, patient)


def of_adults(text: str, patient: Patient) -> bool:
    """Whether the patient is a child and a sentence names adults and nobody younger."""
    return is_child(patient) and fitting.YOUNG.search(text) is None and _ADULTS.search(text) is not None


def opens_with_adults(text: str, patient: Patient) -> bool:
    """Whether the patient is too young to be treated as one grown (below 12 years), and the opening of advice names
    adults alone (`In reflux disease in adults, ...`)."""
    years = fitting.age(patient)
    if years is None or years.high >= _NEARLY_GROWN or fitting.YOUNG.search(text) is not None:
        return False
    return _OPENING.match(text) is not None


def dosed_for_adults(item: Directive, patient: Patient) -> bool:
    """Whether a direction of any sort tells a dose for adults alone, and the patient is a child."""
    return for_adults(item, patient) and bool(doses.read(item.text))


def _amount_of_adults(item: Directive, patient: Patient) -> bool:
    text = f"{item.population}: {item.text}"
    if item.action is not DirectiveAction.DOSE or not doses.read(text):
        return False
    if "/kg" in text or fitting.kilograms(patient) is not None:
        return False
    own, limit = fitting.age(patient), ages.limits(text)
    return own is None or limit is None or limit.low >= fitting.CHILD_YEARS or not own.meets(limit)


def grows_with_weight(text: str, patient: Patient) -> bool:
    """Whether a dose by weight begins in childhood (`from 6 years, 0.07 mg/kg`), and the patient is told to be grown:
    adults have a dose of their own."""
    years = fitting.age(patient)
    return years is not None and years.low >= fitting.CHILD_YEARS and _FROM_CHILDHOOD.search(text) is not None


_FROM_CHILDHOOD: Final = expression(r"\bfrom (?:[1-9]|1[0-7]) (?:years|months)\b(?=[^;]{0,120}?/kg\b)", re.IGNORECASE)
