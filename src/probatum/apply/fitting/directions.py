"""Directions: whether one of a label or guideline is for such a patient, for others, or for sure for them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from probatum.apply.fitting.kidneys import DIALYSED, bounds, filtration, limit_of, that_kidney
from probatum.apply.fitting.lists import that_creatinine, told, undecided
from probatum.apply.fitting.names import ALLERGIC, ALLERGY, allergic, names_any, takes
from probatum.apply.fitting.pregnancy import CHILDBEARING, in_that_third, may_conceive
from probatum.apply.fitting.sorts import FEEDING, KIDNEY, LIVER, OLD, PREGNANT, YOUNG
from probatum.apply.fitting.weights import WEIGHED, of_other_children, that_weight
from probatum.apply.fitting.years import age, of_children_alone, old, young
from probatum.apply.patient import criteria
from probatum.model import Patient
from probatum.text import ages, ancestry, livers, measured
from probatum.text.ages import Range
from probatum.text.expressions import caseless


def _that_liver(text: str, patient: Patient) -> bool:
    """Whether a direction is for a liver as poor as the patient's; where either tells no class it may be."""
    meant, own = livers.classes(text), livers.classes(patient.liver)
    return not meant or not own or bool(meant & own)


_SORTS: Final[tuple[tuple[re.Pattern[str], Callable[[str, Patient], bool]], ...]] = (
    (PREGNANT, lambda text, patient: bool(patient.pregnancy) and in_that_third(text, patient)),
    (FEEDING, lambda _, patient: patient.breastfeeding),
    (YOUNG, young),
    (OLD, old),
    (ancestry.NAMED, lambda text, patient: ancestry.meant(text, patient.ancestry)),
    (KIDNEY, lambda text, patient: bool(patient.kidney) and that_kidney(text, patient)),
    (LIVER, lambda text, patient: bool(patient.liver) and _that_liver(text, patient)),
    (WEIGHED, that_weight),
    (criteria.CREATININE, that_creatinine),
)
"""The sorts of special people by the words that name them, and whether the patient is of those of a text."""
_WHO_TAKE: Final = caseless(
    r"\b(?:impairment|disease|failure|insufficiency|dysfunction|years?|older|elderly|children|adults|women|people"
    r"|patients) (?:who (?:also )?(?:take|use|receive)|taking|receiving|on|treated with)\b(?! dialysis| ha?emodialysis"
    r"| (?:it|this|them|with|in|and)\b|[,.;])"
)
"""People and a medicine that they take: both must hold."""
_REMEDY: Final = caseless(r"\b[\w-]{3,20} (?:reliever|reducer|killer|remedy|remedies)s?\b")


@lru_cache(maxsize=8192)
def speaks_of(text: str, patient: Patient, conditions: tuple[tuple[str, ...], ...] = ()) -> bool:
    """Whether a direction is for such a patient. `conditions`: the illnesses told, each with its names.

    A text that names special people must name these; one that names none must name an illness, an allergen or a drug of
    theirs.
    """
    beyond = measured.within(text, patient.values)
    if beyond is not None:
        return beyond
    counted = criteria.judged(text, told(patient))
    if counted is not None:
        return counted.fits is True or undecided(text, patient)
    if DIALYSED.match(text) and not (patient.kidney and that_kidney(text, patient)):
        return False
    if CHILDBEARING.search(text) and (patient.pregnancy or may_conceive(patient)):
        return True
    of_mothers = PREGNANT.search(text) or FEEDING.search(text)  # whose unborn or breast-fed child is told of as well
    named = [fits for sort, fits in _SORTS if sort.search(text) and not (of_mothers and sort is YOUNG)]
    if named:
        return any(fits(text, patient) for fits in named) and (not _WHO_TAKE.search(text) or takes(text, patient) != "")
    taken = takes(text, patient) != "" and not ALLERGY.search(text)  # to take a drug is no allergy to it
    said = _REMEDY.sub(" ", text)  # a fever reducer is no fever
    if ALLERGY.search(text):  # to be allergic to one thing is no allergy to another
        conditions = tuple(names for names in conditions if not ALLERGIC.fullmatch(names[0]))
    return allergic(text, patient) or taken or any(names_any(said, names) for names in conditions)


_LAST_YEAR: Final = 55.0
"""Age from which nothing that is told of pregnancy concerns a woman."""


def of_others(text: str, patient: Patient) -> bool:
    """Whether a direction is for people whom the patient cannot be: the pregnant and their children, or children."""
    years = age(patient)
    none = patient.sex == "male" or (years is not None and years.low >= _LAST_YEAR)
    mothers = PREGNANT.search(text) or FEEDING.search(text)
    return (none and bool(mothers)) or of_children_alone(text, patient) or of_other_children(text, patient)


def of_organ(illness: str, patient: Patient) -> bool:
    """Whether an illness is that of the kidneys or liver which the patient is told to have."""
    return bool((patient.kidney and KIDNEY.search(illness)) or (patient.liver and LIVER.search(illness)))


_OF_SOME: Final = caseless(
    r"in (?:people|patients|those|children|women|pregnancy|kidney|renal|liver|hepatic)\b"
    r"|(?:people|patients|those|children|women|adults) (?:with|who|on|of|aged)\b"
)


def of_some(text: str) -> bool:
    """Whether a direction opens with the people whom alone it concerns: `in kidney disease`, `people with asthma`."""
    return _OF_SOME.match(text) is not None


def certain(text: str, patient: Patient) -> bool:
    """Whether what is told of kidneys and age lies within the limits that a direction names: `kidney disease` of no
    stage may or may not be below 30 mL/min."""
    pairs: list[tuple[Range | None, Range | None]] = []
    if KIDNEY.search(text) and patient.kidney:
        pairs.append((filtration(patient.kidney), limit_of(text)))
    of_mothers = PREGNANT.search(text) or FEEDING.search(text)  # weeks of a pregnancy, and the newborn it spares
    if YOUNG.search(text) and patient.age and not of_mothers:
        pairs.append((age(patient), ages.limits(text)))
    return all(
        limit is None or (own is not None and limit.low <= own.low and own.high <= limit.high) for own, limit in pairs
    )


def part_for(text: str, patient: Patient) -> str:
    """Of a direction that says what holds at each of several degrees of kidney function the parts for kidneys like the
    patient's; the whole of any other."""
    parts = text.split("; ")
    told_ = [part for part in parts if bounds(part) is not None]
    if not patient.kidney or len(told_) < 2 or not KIDNEY.search(text):
        return text
    out = [part for part in told_ if not speaks_of(of_kidneys(part, text), patient)]
    return "; ".join(part for part in parts if part not in out)


def of_kidneys(part: str, text: str) -> str:
    """A part of a direction with the word for what is measured, which only the first part holds."""
    organ = KIDNEY.search(text)
    return part if organ is None or KIDNEY.search(part) else f"{organ[0]}: {part}"
