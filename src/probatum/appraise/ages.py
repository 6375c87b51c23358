"""Ages: children are not small adults. A record about the one says little of the other, and it is said."""

from __future__ import annotations

import re
from typing import Final

from probatum.model import Question, Record, RecordKind, SectionKind
from probatum.text.expressions import expression

_YOUNG: Final = ("child", "infant", "newborn", "adolescent")
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


def note(question: Question, record: Record) -> str:
    """`in adults, not in children` (or the reverse), where the question names an age and the record the other alone."""
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
    return ""


def _asked(question: Question) -> str:
    age = question.patient.age
    if age in _YOUNG or _CHILDREN.search(question.population):
        return "children"
    years = _YEARS.match(age)
    if years:
        grown = years[2] == "year" and float(years[1]) >= GROWN
        return "adults" if grown else "children"
    return "adults" if age == "older adult" or _ADULTS.search(question.population) else ""
