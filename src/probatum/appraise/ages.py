"""Ages: children are not small adults, and a trial of people past seventy says little of somebody of fifty-eight.

A record about other ages than those asked about is indirect, and it is said.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.model import Question, Record, RecordKind, SectionKind, Study
from probatum.text.ages import limits
from probatum.text.expressions import expression

_YOUNG: Final = ("child", "toddler", "infant", "newborn", "adolescent")
_CHILDREN: Final = expression(
    r"\b(?:child(?:ren|hood)?|p(?:a?e)diatric\w*|infants?|neonat\w+|newborns?|toddlers?|adolescents?|teenagers?|boys"
    r"|girls|schoolchildren|youths?|preschool\w*)\b",
    re.IGNORECASE,
)
_ADULTS: Final = expression(
    r"\b(?:adults?|elderly|older (?:people|patients|men|women|persons)|geriatric|men|women|postmenopausal)\b",
    re.IGNORECASE,
)
_YEARS: Final = expression(r"(\d+(?:\.\d+)?) (year|month|week|day)")
GROWN: Final = 18
"""Years from which somebody is an adult."""


NEAR: Final = 3.0
"""Years by which somebody may be outside the ages that took part and still be much like them."""


def note(question: Question, record: Record, study: Study) -> str:
    """`in adults, not in children` (or the reverse), where the question names an age and the record the other alone;
    `in people older than asked about`, where nobody of that age could take part."""
    asked = _asked(question)
    if not asked or record.kind is RecordKind.LABEL:
        return ""
    kept = (SectionKind.TITLE, SectionKind.ABSTRACT)
    text = " ".join((record.title, *(s.text for s in record.sections if s.kind in kept)))
    children, adults = bool(_CHILDREN.search(text)), bool(_ADULTS.search(text))
    if asked == "children" and adults and not children:
        return "in adults, not in children"
    if asked == "adults" and children and not adults:
        return "in children, not in adults"
    return _outside(question, study)


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
    if age in _YOUNG or _CHILDREN.search(question.population):
        return "children"
    years = _YEARS.match(age)
    if years:
        grown = years[2] == "year" and float(years[1]) >= GROWN
        return "adults" if grown else "children"
    return "adults" if age == "older adult" or _ADULTS.search(question.population) else ""
