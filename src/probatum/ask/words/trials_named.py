"""Trials named: who says it is no part of what is given: `does STAREE show that A reduces death` asks about A."""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.model import Question, Role
from probatum.text.expressions import caseless

_SAYS: Final = caseless(
    r"^(?:the )?(?P<who>[\w-]+(?: \d{1,2})?(?: (?:trial|study|guidelines?|paper|review))?)"
    r" (?:shows?|showed|proves?|proved|says?|said|finds?|found|concludes?|reports?|suggests?|recommends?|demonstrates?)"
    r"(?: (?:that|about|on|for|us|of|regarding|whether|if))* (?=\w)"
)
_JOINS: Final = caseless(r"^(?:combine|add|use|give|mix) (?=\w)")
_SHOWN_ON: Final = caseless(
    r"\b(?:shows?|showed|says?|said|finds?|found|concludes?|reports?|recommends?|advises?) on (?:the )?$"
)


def without(question: Question) -> Question:
    """The question without who says it, and without the verb that joins, among what is given."""
    low = question.read.lower()
    shown = {
        c.label
        for c in question.concepts
        if c.semantic == "drug" and _SHOWN_ON.search(low[: max(low.find(c.text.lower()), 0)])
    }
    if shown & {*question.patient.drugs}:
        drugs = tuple(name for name in question.patient.drugs if name not in shown)
        question = msgspec.structs.replace(question, patient=msgspec.structs.replace(question.patient, drugs=drugs))
    given = [c.text.lower() for c in question.having(Role.INTERVENTION) if c.id]
    for pattern in (_SAYS, _JOINS):
        found = pattern.match(question.intervention)
        rest = question.intervention[found.end() :] if found else ""
        if found and any(name in rest.lower() for name in given) and not any(n in found[0].lower() for n in given):
            question = msgspec.structs.replace(question, intervention=rest)
    return question
