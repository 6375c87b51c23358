"""Kidneys: how well the patient's work, and the kidney function for which a direction is.

Figures are set beside stages by KDIGO 2012 (doi:10.1038/kisup.2012.73): severe below 30, moderate 30 to 59, mild 60 to
89 mL/min. Where no figure is told, every direction for ill kidneys counts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.apply.fitting.sorts import KIDNEY
from probatum.model import Patient
from probatum.text.ages import Range
from probatum.text.expressions import caseless, expression

_STAGES: Final = {
    "1": (90.0, 200.0),
    "2": (60.0, 89.0),
    "3": (30.0, 59.0),
    "3a": (45.0, 59.0),
    "3b": (30.0, 44.0),
    "4": (15.0, 29.0),
    "5": (0.0, 14.0),
}
_SEVERITY: Final = {
    "severe": (0.0, 29.0),
    "advanced": (0.0, 29.0),
    "moderate": (30.0, 59.0),
    "mild": (60.0, 89.0),
    "end": (0.0, 14.0),
}
_NUMBER: Final = expression(r"\d+(?:\.\d+)?")
_STAGE: Final = expression(
    r"(?:\bstage|\bCKD|\bchronic kidney disease|\bG(?=3[ab]|[1245]\b))\s*(?:stage\s*)?"
    r"(3[ab]|[1-5]|one|two|three|four|five)\b",
    re.IGNORECASE,
)
"""A stage of chronic kidney disease: `stage 3b`, `CKD3b`, `CKD G4`."""


_FIGURES: Final = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
_ACUTE: Final = expression(r"\bacute\b|\bAKI\b|\binjury\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def filtration(told: str) -> Range | None:
    """Kidney function in mL/min from words about it: a figure, a stage of CKD, a severity, dialysis; else None."""
    figures = [float(n) for n in _NUMBER.findall(_STAGE.sub("", told))]
    if re.search(r"GFR|filtration|clearance|CrCl|CLcr|function", told, re.IGNORECASE) and figures:
        low = re.search(r"<|below|under|less", told)
        return Range(0.0 if low else min(figures), max(figures))
    if stage := _STAGE.search(told):
        if _ACUTE.search(told):
            return None  # the stages of an acute injury tell how fast it went, and none is that of the function left
        said = stage[1].lower()
        return Range(*_STAGES[_FIGURES.get(said, said)])
    if re.search(r"dialysis", told, re.IGNORECASE):
        return Range(0.0, 9.0)  # labels set them beside the least function of their tables, `below 10` or `below 15`
    named = next((bounds for word, bounds in _SEVERITY.items() if re.search(rf"\b{word}\b", told.lower())), None)
    return Range(*named) if named else None


_BELOW: Final = expression(
    r"(?:below|under|less than|lower than|<|≤|younger than|up to)\s*(?:or equal to\s*)?(\d+(?:\.\d+)?)", re.IGNORECASE
)
_BETWEEN: Final = expression(
    r"(\d+(?:\.\d+)?)\s*(?:to|-|–|and)\s*(?:(below|under|less than|<)\s*)?(\d+(?:\.\d+)?)", re.IGNORECASE
)
_ABOVE: Final = expression(r"(?:above|over|at least|from|older than|≥|>)\s*(\d+(?:\.\d+)?)", re.IGNORECASE)
_OF_PEOPLE: Final = (
    r"(\d+(?:\.\d+)?)(?: ?(?:years?|m[lL](?: ?/ ?min)?(?: ?/ ?1\.73 ?m(?:2|²)?)?))?(?: old)? (?:or|and) "
)
_OR_MORE: Final = expression(_OF_PEOPLE + r"(?:more|above|over|older|greater|higher)\b", re.IGNORECASE)
"""`10 years or more`, `60 ml/min/1.73 m2 or more`; an amount of a drug is no limit of the patient."""
_OR_LESS: Final = expression(_OF_PEOPLE + r"(?:less|below|under|younger|lower)\b", re.IGNORECASE)


def bounds(text: str) -> Range | None:
    """The figures that a direction names as limits: `below 30`, `30 to 45`, `from 10`; None where there are none."""
    between = _BETWEEN.search(text)
    if between:
        return Range(float(between[1]), float(between[3]) - (0.01 if between[2] else 0.0))
    below, above = _BELOW.search(text), _ABOVE.search(text) or _OR_MORE.search(text)
    if below and above and float(above[1]) < float(below[1]):  # `above 50 and up to 95`
        return Range(float(above[1]) + 0.01, float(below[1]))
    if below:
        return Range(0.0, float(below[1]) - 0.01)
    if at_most := _OR_LESS.search(text):
        return Range(0.0, float(at_most[1]))
    return Range(float(above[1]), 1000.0) if above else None


DIALYSED: Final = caseless(r"^[^,;]{0,60}\b(?:dialysis|ha?emodialysis|end-stage)\b[^,;]{0,60},")
"""A direction that opens with people on dialysis is for nobody else, whatever age or weight it goes on to name."""
_FAILED: Final = caseless(r"\bfail\w*|\bend[- ]stage|dialys|\bESR[DF]\b|transplant")
_FAILURE: Final = caseless(r"\bfail\w*")
HEALTHY: Final = Range(90.0, 120.0)
_IMPAIRED: Final = caseless(r"\b(?:renal|kidney) (?:impairment|disease|failure|insufficiency|dysfunction)\b")


def that_kidney(text: str, patient: Patient) -> bool:
    """With figures on both sides they must meet; `severe` and the like stand for figures. Of a direction in several
    clauses with figures of their own it is enough that one holds."""
    own = filtration(patient.kidney)
    if own is None and DIALYSED.match(text):  # most people with an ill kidney of no told stage are on no dialysis
        return _FAILED.search(patient.kidney) is not None
    if own is not None and (limits := _limits_of(text)):
        return any(own.meets(limit) for limit in limits)
    if own is not None and own.low < HEALTHY.low and any(_of_any_stage(clause) for clause in text.split("; ")):
        return True
    limit = limit_of(text)
    if own is None and limit is not None and _FAILURE.search(patient.kidney):
        return limit.low < _SEVERITY["severe"][1]  # nor of kidneys that fail what is for those that are little impaired
    if own is None and limit is not None and patient.kidney:
        return not HEALTHY.meets(limit)  # of ill kidneys without a figure nothing holds that is for healthy ones
    if own is None or limit is None:
        return own is None or own.low < HEALTHY.low or not _IMPAIRED.search(text)
    return own.meets(limit)


_PER_MINUTE: Final = caseless(r"\b\d+ ?ml ?/ ?min")


def _limits_of(text: str) -> list[Range]:
    """The limits of kidney function in the clauses of a direction, where more than one has such: `below 50 ml/min the
    dose is lowered; with a clearance below 10 it is 500 mg`."""
    found = [bounds(clause) for clause in text.split("; ") if _PER_MINUTE.search(clause) or "clearance" in clause]
    limits = [limit for limit in found if limit is not None]
    return limits if len(limits) > 1 else []


_AMOUNT: Final = caseless(
    r"(?<![\d.])\d+(?:\.\d+)?(?: ?(?:to|-|or) ?\d+(?:\.\d+)?)? ?"
    r"(?:(?:mg|mcg|micrograms?|g|units?|mEq|mmol)\b(?:/kg)?|%|hours?\b|days?\b|weeks?\b|times\b|doses\b)"
)
"""What is given and how often, which is no figure of kidneys: `15 mg/kg according to kidney function`."""
_GOOD: Final = caseless(r"\b(?:good|normal|healthy|unimpaired) (?:[\w-]+ (?:and )?){0,2}?(?:kidneys?|renal)\b")
"""Kidneys that work well: `in older people with good kidney and liver function`."""
_DEGREE: Final = caseless(r"\d|dialysis|\b(?:mild|moderate|severe|end-stage|advanced|stage)\b")


def _of_any_stage(clause: str) -> bool:
    """Whether a clause speaks of poor kidneys of any degree: `the dose need not be changed in kidney impairment`."""
    return bool(_IMPAIRED.search(clause)) and _DEGREE.search(_AMOUNT.sub(" ", clause)) is None


_POORER: Final = caseless(
    r"\b(?:further|more|still)\b[^.;]{0,20}\b(?:when|with|where|if)\b[^.;]{0,30}\b(?:poorer|worse|lower)\b"
)
"""What holds for the kidneys named, and all the more for poorer ones."""
_ABOVE_ALL: Final = caseless(
    r",? (?:above all|especially|particularly|in particular|including|such as) [^.;,]{0,20}dialysis"
)
"""The gravest of those of whom a direction speaks: it holds for the others, too."""


@lru_cache(maxsize=2048)
def limit_of(text: str) -> Range | None:
    """The kidney function for which a direction is; None where it names none."""
    measured = re.search(r"(?:GFR|filtration rate|clearance|CrCl)(?:[^.;]|\.(?=\d)){0,60}", text, re.IGNORECASE)
    if measured is None and _GOOD.search(text) and not _IMPAIRED.search(text):
        return HEALTHY
    if measured is None:
        return filtration(_AMOUNT.sub(" ", _ABOVE_ALL.sub("", text)))
    limit = bounds(measured[0])
    return Range(0.0, limit.high) if limit is not None and _POORER.search(text) else limit


def of_healthy_kidneys(text: str) -> bool:
    """Whether what a direction says of the kidneys holds for healthy ones; True where it says nothing."""
    limit = limit_of(text)
    return not KIDNEY.search(text) if limit is None else HEALTHY.meets(limit)
