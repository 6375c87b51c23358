"""Years: how old the patient is, and whether a direction that names the young or the old is for them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.apply.fitting.sorts import FEEDING, PREGNANT, YOUNG
from probatum.model import Patient, Question
from probatum.text import ages, ancestry, body
from probatum.text.ages import Range
from probatum.text.expressions import caseless, expression

CHILD_YEARS: Final = 18.0
OLD_YEARS: Final = 65.0
_LATE_YEARS: Final = 60.0
"""From here on an age in a direction is one of old people."""
_UNITS: Final = {"day": 1 / 365, "week": 1 / 52, "month": 1 / 12, "year": 1.0}
_GROUPS: Final = {
    "newborn": (0.0, 0.076),
    "infant": (0.0, 0.99),
    "toddler": (1.0, 3.9),
    "child": (0.0, 17.9),
    "adolescent": (10.0, 17.9),
}
"""The ages that words for a patient stand for, as the question says it read them: an infant is under 1 year."""
_HEAVIEST: Final = ((9.0, 0.25), (11.0, 0.5), (13.3, 1.0), (17.1, 2.0))
"""Kilograms above which hardly a child is of that age in years or less: three standard deviations above the median of
boys (WHO Child Growth Standards, 2006, weight-for-age)."""

_LIGHTEST: Final = ((6.0, 0.99), (8.0, 1.99), (11.5, 4.9), (18.0, 9.9))
"""Kilograms below which hardly a child is older than that: three standard deviations below the median of girls, rounded
down (WHO Child Growth Standards, 2006, and growth reference, 2007, weight-for-age)."""


@lru_cache(maxsize=256)
def age(patient: Patient) -> Range | None:
    """Age in years; None where it is not told or only as a word that is no group of the young. A child of whom no age
    is told is of those years that its weight leaves room for."""
    if not patient.age:
        return None
    if patient.age in _GROUPS:
        low, high = _GROUPS[patient.age]
        weight = body.kilograms(patient.weight) or 0.0
        least = max((years for limit, years in _HEAVIEST if weight > limit), default=low)
        most = min((years for limit, years in _LIGHTEST if 0 < weight < limit), default=high)
        high = min(high, max(most, low))
        return Range(min(max(low, least), high), high)
    if patient.age == "older adult":
        return Range(OLD_YEARS, 120.0)
    if patient.age == "adult":
        return Range(CHILD_YEARS, 120.0)
    found = re.search(r"(\d+(?:\.\d+)?)\s*(day|week|month|year)?", patient.age)
    if found is None:
        return None
    years = float(found[1]) * _UNITS[found[2] or "year"]
    if band := _BAND.fullmatch(patient.age):
        return Range(float(band[1]) * _UNITS[band[2] or band[4]], float(band[3]) * _UNITS[band[4]])
    if re.search(r"over|above|older", patient.age):
        return Range(years, 120.0)
    if re.search(r"under|below|younger", patient.age):
        return Range(0.0, years)
    return Range(years, years)


_BAND: Final = expression(r"(\d+) ?(month|year)?s? to (\d+) (month|year)s")
"""Ages from one to another."""
_YOUNG_GROUPS: Final = (
    (expression(r"neonat|newborn", re.IGNORECASE), (0.0, 0.08)),
    (expression(r"\binfants?\b", re.IGNORECASE), (0.0, 2.0)),
    (expression(r"toddler", re.IGNORECASE), (1.0, 4.0)),
    (expression(r"adolescen", re.IGNORECASE), (10.0, 17.9)),
    (expression(r"pa?ediatric|\bchild(?:ren)?\b", re.IGNORECASE), (0.0, 17.9)),
)
"""The ages that words of the young stand for where a text names no figures."""
_BANDS: Final = caseless(r"\b\d+ (?:to \d+ )?(?:months|years)\b")
_MANY: Final = 4
"""Ages from which a direction is a table of doses for children of every age."""


def young(text: str, patient: Patient) -> bool:
    """Whether the patient is young, of the age or the group of the young that a direction names."""
    own = age(patient)
    if own is None or own.low >= CHILD_YEARS:
        return False
    limit = ages.limits(text)
    if limit is not None and len(_BANDS.findall(text)) < _MANY:
        return own.meets(limit)
    named = [Range(*years) for pattern, years in _YOUNG_GROUPS if pattern.search(text)]
    return any(own.meets(years) for years in named)


def old(text: str, patient: Patient) -> bool:
    """Whether the patient is of the age that a direction names, or old where it names none."""
    own, limit = age(patient), ages.limits(text)
    if own is None or (limit is not None and limit.low >= _LATE_YEARS and not own.meets(limit)):
        return False
    return own.low >= (_LATE_YEARS if limit is not None else OLD_YEARS)


def of_age(text: str, patient: Patient) -> bool:
    """Whether what a direction says of ages leaves room for the patient; True where either tells none."""
    own, limit = age(patient), ages.limits(text)
    if own is None or limit is None or own.meets(limit):
        return True
    return _ANY_AGE.search(text) is not None and ancestry.meant(text, patient.ancestry)


_ANY_AGE: Final = expression(r"\bof any age\b")
"""What is said of some people at any age, beside others from an age on."""


def of_babies(text: str, patient: Patient) -> bool:
    """Whether a direction is for babies in their first year alone and the patient is called a child: it stands behind
    what is for older ones."""
    own, limit = age(patient), ages.limits(text)
    return own is not None and limit is not None and own.high > 1 and limit.high <= 1 and own.low < own.high


def of_untold_children(text: str, question: Question) -> bool:
    """Whether a direction is for children and for nobody grown, and nobody tells an age or speaks of a child: it stands
    behind what is for grown people."""
    if question.patient.age or _YOUNG.search(question.typed):
        return False
    return YOUNG.search(text) is not None and not (GROWN_TOO.search(text) or _GROWN.search(text))


_GROWN: Final = expression(r"\badults?\b|\bfrom (?:1[2-8]|[2-9]\d) years\b|\b(?:any|every) age\b", re.IGNORECASE)


def of_the_young_alone(text: str, question: Question) -> bool:
    """Whether a direction is for babies in their first year alone, and nobody speaks of a child; or for any children,
    where whoever asks is to take it."""
    limit = ages.limits(text)
    of_babies = _BABIES.search(text) is not None if limit is None else limit.high <= 1
    if _FOR_MYSELF.search(question.typed) and not question.patient.age:
        of_babies = of_babies or (limit is not None and limit.high < CHILD_YEARS)
    own = age(question.patient)
    young = (own is not None and own.high <= CHILD_YEARS) or _YOUNG.search(question.typed) is not None
    return of_babies and not young


_FOR_MYSELF: Final = expression(
    r"\b(?:can|could|may|might|should|do|must|shall) i (?:\w+ )?(?:take|have|use|swallow|need)\b"
    r"|\b(?:i'?m|i am|i) (?:on|take|taking|took|takes|allowed)\b",
    re.IGNORECASE,
)
_BABIES: Final = expression(r"\bin (?:babies|infants|newborns|neonates)\b(?! and\b)", re.IGNORECASE)
_YOUNG: Final = expression(
    r"\b(?:child(?:ren)?|bab(?:y|ies)|infants?|newborns?|neonat\w+|toddlers?|kids?|son|daughter|paediatric|pediatric"
    r"|months? old|weeks? old|vaccin\w+|little (?:one|boy|girl))\b",
    re.IGNORECASE,
)


GROWN_TOO: Final = expression(
    r"\badults and (?:children|adolescents)\b(?: (?:over|above|older than|of|aged) (?:more than )?\d+ years)?",
    re.IGNORECASE,
)
"""Grown-ups among whom children are counted: an amount for both is one for them."""


def of_children_alone(text: str, patient: Patient) -> bool:
    """Whether a direction is for children and the patient is known to be none; an unborn child is the mother's."""
    own = age(patient)
    grown = own is not None and own.low >= CHILD_YEARS
    return (
        grown
        and bool(YOUNG.search(text))
        and not GROWN_TOO.search(text)
        and not PREGNANT.search(text)
        and not FEEDING.search(text)
    )
