"""Pregnancy: how far on the patient is, and the weeks of pregnancy for which a direction is."""

from __future__ import annotations

import re
from typing import Final

from probatum.apply.fitting.sorts import PREGNANT
from probatum.apply.fitting.years import age
from probatum.model import Patient
from probatum.text import gestation
from probatum.text.ages import Range
from probatum.text.expressions import expression

CHILDBEARING: Final = expression(
    r"\b(?:wom[ae]n|females?) (?:of (?:child|reproductive)|(?:who|that) (?:may|can|could) (?:become|get) pregnant)"
    r"|\b(?:effective|reliable|highly effective) contraception\b",
    re.IGNORECASE,
)
FERTILE: Final = Range(12.0, 50.0)
"""Years in which a woman may become pregnant, as labels count them."""


def may_conceive(patient: Patient) -> bool:
    """Whether the patient is a woman of an age to become pregnant, and is not told to be so."""
    years = age(patient)
    return patient.sex == "female" and not patient.pregnancy and years is not None and FERTILE.meets(years)


_TRIMESTER: Final = expression(r"\b(first|1st|second|2nd|third|3rd) trimester", re.IGNORECASE)
_WEEKS: Final = {
    "first": (0, 13),
    "1st": (0, 13),
    "second": (14, 27),
    "2nd": (14, 27),
    "third": (28, 45),
    "3rd": (28, 45),
}


def weeks_pregnant(patient: Patient) -> Range | None:
    """Weeks of pregnancy; None where they are not told."""
    told = patient.pregnancy
    found = re.search(r"(\d{1,2})(?:\+\d)? ?(?:weeks?|wks?)\b", told)  # of `32+4 weeks` the days stand behind
    if found:
        return Range(float(found[1]), float(found[1]))
    if _AT_TERM.search(told):
        return Range(*_TERM)
    third = _TRIMESTER.search(told)
    return Range(*_WEEKS[third[1].lower()]) if third else None


_AT_TERM: Final = expression(r"\b(?:at|near) term\b", re.IGNORECASE)
_TERM: Final = (38, 42)
_THIRDS: Final = (
    (expression(r"\b(?:first|1st|early)\b[^.;]{0,20}(?:trimester|pregnancy)", re.IGNORECASE), (0, 13)),
    (expression(r"\b(?:second|2nd)\b[^.;]{0,20}trimester", re.IGNORECASE), (13, 28)),
    (expression(r"\b(?:third|3rd|last|late)\b[^.;]{0,20}(?:trimester|pregnancy)", re.IGNORECASE), (28, 45)),
    (expression(r"\b(?:second|latter|last) half of (?:a |the )?pregnancy", re.IGNORECASE), (20, 45)),
    (expression(r"\bat term\b|\b(?:during|in) labou?r\b", re.IGNORECASE), (37, 45)),
)
"""Parts of pregnancy as labels name them, in weeks."""


def _parts(text: str) -> list[Range]:
    """The weeks of pregnancy for which a direction is: its figures, else the parts of pregnancy that it names."""
    figures = gestation.limits(text)
    return [figures] if figures is not None else [Range(*span) for pattern, span in _THIRDS if pattern.search(text)]


def _in_third(text: str, weeks: Range) -> bool:
    parts = _parts(text)
    return not parts or any(part.meets(weeks) for part in parts)


def in_that_third(text: str, patient: Patient) -> bool:
    """Whether a direction on pregnancy holds in the weeks that are told; True where none are."""
    weeks = weeks_pregnant(patient)
    if weeks is None:
        return True
    # `for pregnant women, A; it should be avoided at term` is for all of them till then.
    return any(_in_third(clause, weeks) for clause in text.split("; ") if PREGNANT.search(clause))


def later_in_pregnancy(text: str, patient: Patient) -> bool:
    """Whether a direction begins to hold further on in the pregnancy that is told: it is none yet."""
    weeks = weeks_pregnant(patient)
    parts = _parts(text) if weeks is not None and PREGNANT.search(text) else []
    return weeks is not None and bool(parts) and all(part.low > weeks.high for part in parts)


def begins_in(text: str) -> float:
    """The week of pregnancy in which a direction begins to hold."""
    return min((part.low for part in _parts(text)), default=0.0)


def over(text: str, patient: Patient) -> bool:
    """Whether a direction is for women who find it hard to conceive, and the patient has conceived."""
    return "pregnant" in patient.pregnancy and _HARD_TO_CONCEIVE.search(text) is not None


_HARD_TO_CONCEIVE: Final = expression(
    r"\b(?:difficult\w*|trouble|problems?) (?:in |to |with )?conceiv\w+|\bdelays? ovulation", re.IGNORECASE
)
