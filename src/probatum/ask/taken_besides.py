"""Taken besides: medicines that a question names as taken, each of a list: `I take A and B. What dose of C`."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.model import Question, Role
from probatum.text.expressions import caseless

_TAKES: Final = caseless(
    r"\b(?:takes?|taking|took|is on|am on|are on|who(?:'s| is) on|using|uses|prescribed|already on|long-term|weekly"
    r"|(?:man|woman|lady|patient|pt|he|she|i|mum|mother|dad|father) on|[mf] on)\b(?P<between>[^.;?!]{0,90})$"
)
_NOT: Final = caseless(
    r"\b(?:not|never|no longer|stopped|stopping|used to|can(?:not|'t)|could|should|would|instead|versus|vs|what|which"
    r"|needs?|wants?|requires?|give|given|start\w*|add\w*|offer\w*"
    r"|whether|before|after|until|allerg\w+)\b"
)
_MOST_BEFORE: Final = 120


def listed(question: Question) -> Question:
    """The question with the medicines of such lists among those that its patient takes."""
    asked = {c.label.lower() for r in (Role.INTERVENTION, Role.COMPARATOR) for c in question.having(r)}
    held = {d.lower() for d in question.patient.drugs}
    found = [
        c.label
        for c in question.having(Role.OTHER)
        if c.semantic == "drug"
        and c.label.lower() not in asked | held
        and c.text.lower() not in held
        and _is_taken(c.text, question.read)
    ]
    if not found or not asked:
        return question
    drugs = (*question.patient.drugs, *dict.fromkeys(found))
    return msgspec.structs.replace(question, patient=msgspec.structs.replace(question.patient, drugs=drugs))


def _is_taken(name: str, read: str) -> bool:
    for found in re.finditer(re.escape(name), read, re.IGNORECASE):
        told = _TAKES.search(read[max(0, found.start() - _MOST_BEFORE) : found.start()])
        if told is not None and _NOT.search(told[0]) is None:
            return True
    return False
