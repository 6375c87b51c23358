"""Defined: illnesses that reports tell by how they are measured and not by name.

A trial in `heart failure and an ejection fraction of 40% or less` is one in heart failure with a reduced ejection
fraction. The limits are those under which trials take people in (universal definition of heart failure,
doi:10.1002/ejhf.2115; WHO classes of body mass index; KDIGO 2012, doi:10.1038/kisup.2012.73).
"""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import caseless

_EF: Final = r"ejection fraction \(?(?:\w+\)? )?(?:of |was |is |had to be )?"
_BMI: Final = r"\b(?:body[- ]mass index|BMI)\b[^.;]{0,25}?"
_GFR: Final = r"\b(?:e?GFR|glomerular filtration rate|creatinine clearance)\b[^.;]{0,25}?"
_AT_MOST: Final = r"(?:at most|no more than|not more than|below|under|less than|up to|<|≤) ?"
_AT_LEAST: Final = r"(?:at least|above|over|more than|not less than|≥|>) ?"
_OR_LESS: Final = r" ?%? or (?:less|lower|below)"
_OR_MORE: Final = r"(?: ?%| ?kg ?/ ?m2?²?)? or (?:more|higher|above|over|greater)"

_PATTERNS: Final[dict[str, re.Pattern[str]]] = {
    "systolic heart failure": caseless(
        rf"\breduced (?:left[- ]ventricular )?ejection fraction|{_EF}(?:{_AT_MOST}[2-4]\d\b|[2-4]\d{_OR_LESS})"
    ),
    "hfpef": caseless(
        rf"\bpreserved (?:left[- ]ventricular )?ejection fraction|{_EF}(?:{_AT_LEAST}[45]\d\b|[45]\d{_OR_MORE})"
    ),
    "obesity": caseless(rf"{_BMI}(?:{_AT_LEAST}(?:3\d|40)\b|(?:3\d|40){_OR_MORE})"),
    "overweight": caseless(rf"{_BMI}(?:{_AT_LEAST}2[5-9]\b|2[5-9]{_OR_MORE})"),
    "chronic kidney disease": caseless(rf"{_GFR}(?:{_AT_MOST}[1-6]\d\b|[1-6]\d{_OR_LESS})"),
    "heart valve prosthesis": caseless(r"\b(?:mechanical|prosthetic|artificial) (?:heart |aortic |mitral )?valves?\b"),
}


def pattern(label: str) -> re.Pattern[str] | None:
    """How reports tell an illness by its measure; None for one that is told by name alone."""
    return _PATTERNS.get(label.lower())


_OPPOSITES: Final = {"systolic heart failure": "hfpef", "hfpef": "systolic heart failure"}


def opposite(label: str) -> re.Pattern[str] | None:
    """How reports tell the kind of an illness that nobody has together with this one; None where there is none."""
    return _PATTERNS.get(_OPPOSITES.get(label.lower(), ""))


_EITHER: Final = caseless(
    r"(?<!mildly )\b(?:reduced|preserved)(?: or| and| versus|,)+ (?:mildly reduced,?(?: or| and)? )?"
    r"(?:reduced|preserved)\b"
    r"|\b(?:whatever|regardless of|irrespective of|across the (?:spectrum|range) of) (?:the )?(?:left[- ]ventricular )?"
    r"ejection fraction"
)


def either(label: str, text: str) -> bool:
    """Whether a text names an illness together with the kind of it that nobody has beside it: `with a reduced or
    preserved ejection fraction`."""
    return label.lower() in _OPPOSITES and _EITHER.search(text) is not None
