"""Lists: directions for people who meet so many criteria, or a limit of creatinine, held against the patient."""

from __future__ import annotations

import re
from functools import lru_cache

from probatum.apply.fitting import kidneys
from probatum.apply.fitting.weights import kilograms
from probatum.apply.fitting.years import OLD_YEARS, age
from probatum.apply.patient import criteria
from probatum.model import Patient
from probatum.text import body


@lru_cache(maxsize=256)
def told(patient: Patient) -> criteria.Told:
    """Age, weight and creatinine as far as they are told in figures."""
    own, found = age(patient), re.match(r"(\d+(?:\.\d+)?) (umol|mg)", patient.creatinine)
    years = own.low if own is not None and own.low == own.high else None
    if found is None:
        return criteria.Told(years, kilograms(patient))
    value, micromoles = float(found[1]), found[2] == "umol"
    creatinine = value / body.MICROMOLES if micromoles else value
    return criteria.Told(years, kilograms(patient), creatinine, value if micromoles else None)


def undecided(text: str, patient: Patient) -> bool:
    """Whether a direction for those who meet so many criteria may be for this patient: some are met, or what is told of
    kidneys or age bears on them, and whether enough are met depends on what is not told."""
    counted = criteria.judged(text, told(patient))
    if counted is None or counted.fits is not None:
        return False
    return any(item.met for item in counted.items) or _bears(counted, patient)


def partly_met(text: str, patient: Patient) -> bool:
    """Whether a direction for those who meet so many criteria names one that the patient is told to meet."""
    counted = criteria.judged(text, told(patient))
    return counted is not None and any(item.met for item in counted.items)


def _bears(counted: criteria.Judged, patient: Patient) -> bool:
    """Whether kidneys that are not healthy make a creatinine likely that counts, or an age that others count."""
    years, own = age(patient), kidneys.filtration(patient.kidney)
    poor = bool(patient.kidney) and (own is None or own.low < kidneys.HEALTHY.low)
    of_blood = any(item.name == "serum creatinine" and item.met is None for item in counted.items)
    return (poor and of_blood) or (years is not None and years.low >= OLD_YEARS)


def that_creatinine(text: str, patient: Patient) -> bool:
    """Whether the creatinine told in figures lies within the limit that a direction names."""
    own = told(patient).creatinine
    return own is not None and criteria.within(text, own) is not False
