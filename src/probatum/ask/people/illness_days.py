"""Illness days: an illness in which medicines are to be held is the patient's and not what they are to treat."""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.model import Question, Role
from probatum.text import illness_days
from probatum.text.expressions import caseless

_CAUGHT: Final = caseless(r"\b(?:influenza|common cold|covid\S*|coronavirus infections?|virus diseases?)\b")
"""Illnesses in which people cannot eat or drink as usual."""


def aside(question: Question) -> Question:
    """The question with the vomiting, the diarrhoea or the fever beside what is asked about."""
    if not illness_days.asks(question.read):
        return question
    if not any(c.semantic == "drug" for c in question.having(Role.INTERVENTION)):
        question = _taken(question)
    if not question.having(Role.INTERVENTION):
        return question
    moved = tuple(
        msgspec.structs.replace(c, role=Role.OTHER)
        if c.semantic in ("condition", "symptom")
        and c.role in (Role.POPULATION, Role.OUTCOME)
        and (illness_days.ILLNESS.search(f"{c.text} {c.label}") or _CAUGHT.search(c.label))
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


def _taken(question: Question) -> Question:
    """The question on the first medicine that is taken, where none is asked about: whether it goes on is asked."""
    drugs = {d.lower() for d in question.patient.drugs}
    first = next((c for c in question.concepts if c.semantic == "drug" and c.label.lower() in drugs), None)
    if first is None or question.danger:
        return question
    concepts = tuple(msgspec.structs.replace(c, role=Role.INTERVENTION) if c is first else c for c in question.concepts)
    return msgspec.structs.replace(question, concepts=concepts, intervention=first.text)
