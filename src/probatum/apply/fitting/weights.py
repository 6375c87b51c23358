"""Weights: how heavy the patient is, and whether a limit of body weight in a direction leaves room for that."""

from __future__ import annotations

import re
from typing import Final

from probatum.apply.fitting.years import of_children_alone
from probatum.model import Patient
from probatum.text import body
from probatum.text.expressions import expression

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
    if own is None or found is None or of_children_alone(text, patient):
        return False
    said = found[0].lower()
    limit = float(_NUMBER.findall(said)[-1])
    if re.search(r"or less|less than|below|under", said):
        return own <= limit
    return own >= limit if re.search(r"more|above|over|from", said) else own == limit


def of_another_weight(text: str, patient: Patient) -> bool:
    """Whether a direction is for people of a weight that is not the one told."""
    return kilograms(patient) is not None and bool(WEIGHED.search(text)) and not that_weight(text, patient)
