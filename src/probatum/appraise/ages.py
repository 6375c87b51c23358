"""Ages: children are not small adults, and a trial of people past seventy says little of somebody of fifty-eight.

A record about other ages than those asked about is indirect, and it is said.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.model import Question, Record, RecordKind, SectionKind, Study
from probatum.text import people
from probatum.text.ages import limits
from probatum.text.expressions import expression

_YOUNG: Final = ("child", "infant", "newborn", "toddler", "adolescent")
_ADULTS: Final = expression(
    r"\b(?:adults?|elderly|older (?:people|patients|men|women|persons)|geriatric|men|women|postmenopausal)\b",
    re.IGNORECASE,
)
_YEARS: Final = expression(r"(\d+(?:\.\d+)?) (year|month|week|day)")
_BELOW: Final = expression(r"(?:under|below|younger than) (\d+)")
GROWN: Final = 18
"""Years from which somebody is an adult."""


_STUDIES: Final = (RecordKind.TRIAL_REPORT, RecordKind.REVIEW, RecordKind.ARTICLE)
NEAR: Final = 3.0
"""Years by which somebody may be outside the ages that took part and still be much like them."""


def note(question: Question, record: Record, study: Study) -> str:
    """`in adults, not in children` (or the reverse), where the question names an age and the record the other alone;
    `in people older than asked about`, where nobody of that age could take part."""
    asked = _asked(question)
    if not asked or record.kind is RecordKind.LABEL:
        return ""
    text = _told(record)
    children, adults = bool(people.YOUNG.search(text)), bool(_ADULTS.search(text))
    if asked == "children" and adults and not children:
        return "in adults, not in children"
    if asked == "adults" and children and not adults:
        return "in children, not in adults"
    return _outside(question, study)


def unnamed(question: Question, record: Record, study: Study) -> str:
    """`no children are named in it`, where children are asked about and a study tells neither of them nor of adults."""
    if _asked(question) != "children" or record.kind not in _STUDIES or _up_to_young(study):
        return ""
    text = _told(record)
    return "" if people.YOUNG.search(text) or _ADULTS.search(text) else "no children are named in it"


def _told(record: Record) -> str:
    kept = (SectionKind.TITLE, SectionKind.ABSTRACT)
    return " ".join((record.title, *(s.text for s in record.sections if s.kind in kept)))


def _up_to_young(study: Study) -> bool:
    """Whether people younger than adults could take part."""
    held = limits(study.age.value) if study.age else None
    return held is not None and held.low < GROWN


def _outside(question: Question, study: Study) -> str:
    own, held = _YEARS.match(question.patient.age), limits(study.age.value) if study.age else None
    if own is None or own[2] != "year" or held is None:
        return ""
    years = float(own[1])
    if years <= held.low - NEAR:
        return "in people older than asked about"
    return "in people younger than asked about" if years >= held.high + NEAR else ""


def _asked(question: Question) -> str:
    age = question.patient.age
    if question.patient.pregnancy and age not in _YOUNG:
        return ""  # the children of who took it while pregnant are looked at, and not treated
    below = _BELOW.match(age)
    if age in _YOUNG or (below and int(below[1]) <= GROWN) or people.YOUNG.search(question.population):
        return "children"
    years = _YEARS.match(age)
    if years:
        grown = years[2] == "year" and float(years[1]) >= GROWN
        return "adults" if grown else "children"
    return "adults" if age == "older adult" or _ADULTS.search(question.population) else ""
