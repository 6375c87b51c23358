"""On either: `risk of B on A v C` sets two medicines against each other, and tells of nobody who takes one of them."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.model import Question, Role
from probatum.text.expressions import caseless

_AGAINST: Final = caseless(
    r"(?: ?\d[\w.]* ?(?:mg|mcg|g)?)?,? (?:v|vs\.?|versus|against|compared (?:with|to)|rather than|than)\s"
)
_SOMEBODY: Final = caseless(
    r"\b(?:i|i'm|im|he|she|they|we|you|who|patients?|pts?|people|m[ae]n|wom[ae]n|lady|gentleman|adults?|child(?:ren)?"
    r"|mum|mom|dad|mother|father|wife|husband|[mf]|male|female|already|currently|now|stable|established|being|am|is|are"
    r"|was|been|while|whilst|when|if|yo|old|stay|remain|keep|continue)[ ,]+(?:is |are |was )?(?:already )?on $"
)


def untaken(question: Question) -> Question:
    """The question whose patient takes neither of two that stand against each other behind `on`."""
    if not question.patient.drugs or not question.having(Role.COMPARATOR):
        return question
    gone = {c.label for c in question.having(Role.INTERVENTION) if _set_against(c.text, question.read)}
    kept = tuple(name for name in question.patient.drugs if name not in gone)
    if len(kept) == len(question.patient.drugs):
        return question
    return msgspec.structs.replace(question, patient=msgspec.structs.replace(question.patient, drugs=kept))


def _set_against(name: str, read: str) -> bool:
    for found in re.finditer(re.escape(name), read, re.IGNORECASE):
        before = read[: found.start()]
        if before.lower().endswith(" on ") and _AGAINST.match(read, found.end()) and not _SOMEBODY.search(before):
            return True
    return False
