"""Weights: how heavy the patient is, and whether a limit of body weight in a direction leaves room for that."""

from __future__ import annotations

import re
from typing import Final

from probatum.apply.fitting.sorts import YOUNG
from probatum.apply.fitting.years import of_children_alone
from probatum.model import Patient
from probatum.text import body
from probatum.text.expressions import expression

_BETWEEN: Final = expression(
    r"\b(?P<above>(?:more than|above|over) )?(?P<low>\d+(?:\.\d+)?)(?: ?kg)? to (?P<high>\d+(?:\.\d+)?) ?kg\b(?!/)",
    re.IGNORECASE,
)
"""Two limits of body weight, of which the lower one may itself be without."""
_NUMBER: Final = expression(r"\d+(?:\.\d+)?")
WEIGHED: Final = expression(
    r"\b(?:below|under|above|over|less than|more than|from) \d+(?:\.\d+)? ?kg\b|(?<!/)\b\d+(?:\.\d+)? ?kg or "
    r"(?:less|more|below|above)"
    r"|\bweigh(?:t|ing|s)?(?: is| of)?\b[^.;,]{0,20}?\d+(?:\.\d+)? ?kg(?: or (?:less|more|below|above))?"
    r"|\bweigh\w*\b[^.;,]{0,12}\b(?:below|under|less than|above|over|more than)\b[^.;,]{0,8}\d+ ?kg",
    re.IGNORECASE,
)
"""A limit of body weight; an amount for each kilogram is none."""


def kilograms(patient: Patient) -> float | None:
    """Body weight in kg; None where it is not told."""
    return body.kilograms(patient.weight)


def that_weight(text: str, patient: Patient) -> bool:
    """Whether the weight told lies within the limit that a direction names."""
    own, found = kilograms(patient), WEIGHED.search(text)
    if own is not None and (band := _BETWEEN.search(text)) is not None:
        low, high = float(band["low"]), float(band["high"])
        within = low < own <= high if band["above"] else low <= own <= high
        return within and not of_children_alone(text, patient)
    if own is None or found is None or of_children_alone(text, patient):
        return False
    said = found[0].lower()
    limit = float(_NUMBER.findall(said)[-1])
    if re.search(r"or less|less than|below|under", said):
        return own <= limit
    return own >= limit if re.search(r"more|above|over|from", said) else own == limit


def of_other_children(text: str, patient: Patient) -> bool:
    """Whether a direction is for children of a weight, and not of the one told."""
    return YOUNG.search(text) is not None and of_another_weight(text, patient)


def of_another_weight(text: str, patient: Patient) -> bool:
    """Whether a direction is for people of a weight that is not the one told."""
    told = WEIGHED.search(text) or _BETWEEN.search(text)
    return kilograms(patient) is not None and bool(told) and not that_weight(text, patient)
