"""Illness days: an illness in which medicines are to be held is the patient's and not what they are to treat."""

from __future__ import annotations

import msgspec

from probatum.model import Question, Role
from probatum.text import illness_days


def aside(question: Question) -> Question:
    """The question with the vomiting, the diarrhoea or the fever beside what is asked about."""
    given = any(c.semantic == "drug" for c in question.having(Role.INTERVENTION))
    if not given or not illness_days.asks(question.read):
        return question
    moved = tuple(
        msgspec.structs.replace(c, role=Role.OTHER)
        if c.semantic in ("condition", "symptom")
        and c.role in (Role.POPULATION, Role.OUTCOME)
        and illness_days.ILLNESS.search(f"{c.text} {c.label}")
        else c
        for c in question.concepts
    )
    if moved == question.concepts:
        return question
    treated = any(c.role is Role.POPULATION and c.semantic for c in moved)
    sought = any(c.role is Role.OUTCOME for c in moved)
    return msgspec.structs.replace(
        question,
        concepts=moved,
        population=question.population if treated else "",
        outcome=question.outcome if sought else "",
    )
