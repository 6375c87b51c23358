"""Renal: kidney function worked out from a creatinine in blood: labels dose by function, and wards tell creatinine.

With age, sex and weight it is the creatinine clearance of Cockcroft and Gault (1976, doi:10.1159/000180580), in which
labels count; without a weight it is the eGFR of CKD-EPI 2021 (Inker 2021, doi:10.1056/NEJMoa2102953). Neither holds in
children, in pregnancy or on dialysis. What was worked out is listed with the rest of what was assumed, and a figure of
kidney function in the question goes before it.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.ask.people.patient import read_patient
from probatum.ask.words.text import Draft
from probatum.model import Assumption, Patient
from probatum.text import body
from probatum.text.body import MICROMOLES
from probatum.text.expressions import caseless, expression
from probatum.text.results import NO_AGE
from probatum.vocabulary import Vocabulary

_NAMED: Final = r"(?:serum |plasma )?(?:creatinine|creat|s?cr)"
_CREATININE: Final = caseless(
    rf"(?<![\w/-]){_NAMED}\b(?!['\w-]|[ -](?:clearance|ratio|kinase))"
    r"(?:\s*(?:level|now|today|is|was|of|at|=|:|~|about|around)){0,3}\s*"
    rf"{NO_AGE}"
    r"(?P<value>\d{1,4}(?:\.\d{1,2})?)(?![\d.]*\d| ?(?:mg(?!\s*/\s*(?:dl|100)|%)|g\b|ml|kg|tablets?|-\s*\d|to \d))"
    r"(?:\s*(?P<unit>(?:u|\u00b5|\u03bc|micro|mic)-?mol(?:es)?(?:\s*/\s*l(?:itre)?)?|mmol(?:\s*/\s*l)?|mg\s*/\s*dl|mg%))?"
    r"(?![\w%])"
)
_KNOWN: Final = caseless(r"\be?GFR\b|\bclearance\b|\bCr-?Cl\b|\bCLcr\b|\bdialysis\b|\bCAPD\b|\btransplant")
"""A question that tells kidney function by itself, or people whose creatinine tells none."""
_YEARS: Final = expression(r"^(\d{2,3}) years$")
_HIGHEST_MG: Final = 15.0
_LOWEST_MICRO: Final = 30.0
"""Without a unit a figure between these two could be of either and is left alone."""


def told(text: str) -> str:
    """The creatinine that a text tells, `140 umol/l` or `1.6 mg/dl`; empty where none is or its unit is uncertain."""
    found = _CREATININE.search(text)
    creatinine = _in_milligrams(found) if found else None
    if found is None or creatinine is None:
        return ""
    return f"{found['value']} {'mg/dl' if float(found['value']) == creatinine else 'umol/l'}"


def _in_milligrams(found: re.Match[str]) -> float | None:
    value, unit = float(found["value"]), (found["unit"] or "").lower()
    if unit.startswith("mmol"):
        return None  # a creatinine is never told so; it is a slip that could be of anything
    if unit.startswith("mg") or (not unit and value <= _HIGHEST_MG):
        return value if 0.2 <= value <= _HIGHEST_MG else None
    return value / MICROMOLES if _LOWEST_MICRO <= value <= 1500 else None


def unit_assumed(text: str) -> tuple[Assumption, ...]:
    """The unit in which a creatinine was read that told none; it decides what is said of the kidneys."""
    found = _CREATININE.search(text)
    creatinine = _in_milligrams(found) if found and not found["unit"] else None
    if found is None or creatinine is None:
        return ()
    value = found["value"]
    if float(value) == creatinine:
        to, size = f"{value} mg/dl ({creatinine * MICROMOLES:.0f} \u00b5mol/l)", "low"
    else:
        to, size = f"{value} \u00b5mol/l ({creatinine:.2f} mg/dl)", "high"
    why = f"no unit was told, and so {size} a figure is one in {to.split()[1]}"
    return (Assumption("creatinine", found[0].strip(), to, why),)


def clearance(age: float, sex: str, kilograms: float, creatinine: float) -> float:
    """Creatinine clearance in ml/min after Cockcroft and Gault; creatinine in mg/dl."""
    return (140 - age) * kilograms / (72 * creatinine) * (0.85 if sex == "female" else 1.0)


def estimated_filtration(age: float, sex: str, creatinine: float) -> float:
    """eGFR in ml/min/1.73 m2 by CKD-EPI 2021; creatinine in mg/dl."""
    kappa, alpha, factor = (0.7, -0.241, 1.012) if sex == "female" else (0.9, -0.302, 1.0)
    ratio = creatinine / kappa
    return float(142 * min(ratio, 1.0) ** alpha * max(ratio, 1.0) ** -1.2 * 0.9938**age * factor)


def read_creatinine(draft: Draft, vocabulary: Vocabulary) -> None:
    """Put the kidney function that a creatinine comes to in its place, where age and sex are told."""
    found = _CREATININE.search(draft.text)
    creatinine = _in_milligrams(found) if found else None
    if found is None or creatinine is None or _KNOWN.search(draft.text):
        return
    who = read_patient(draft.text, vocabulary)
    age = _YEARS.match(who.age)
    if age is None or not who.sex or who.pregnancy or not 18 <= int(age[1]) <= 110:
        return
    weight = _kilograms(who)
    if weight is not None:
        worked = clearance(float(age[1]), who.sex, weight, creatinine)
        new = f"creatinine clearance {worked:.0f}"
        why = f"ml/min by Cockcroft-Gault: {who.sex}, {age[1]} years, {weight:g} kg, creatinine {creatinine:.2f} mg/dl"
    else:
        worked = estimated_filtration(float(age[1]), who.sex, creatinine)
        new = f"eGFR {worked:.0f}"
        why = (
            f"ml/min/1.73 m2 by CKD-EPI 2021: {who.sex}, {age[1]} years, creatinine {creatinine:.2f} mg/dl; "
            "with a weight it would be the creatinine clearance, in which labels count"
        )
    draft.replace(found.start(), found.end(), new, "kidneys", why, typed=found[0].strip())


def _kilograms(who: Patient) -> float | None:
    """Body weight in kg, where it is one that the formula was made for."""
    told = body.kilograms(who.weight)
    return told if told is not None and 30 <= told <= 300 else None
