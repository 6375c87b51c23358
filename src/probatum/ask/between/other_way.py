"""Other way: of `convert oral A to a syringe driver` A is what is given, and the driver is a way and no treatment."""

from __future__ import annotations

import msgspec

from probatum.model import Question, Role
from probatum.text import other_way


def asked(question: Question) -> Question:
    """The question with the medicine that is to be given by another way as what it asks about."""
    if not other_way.asks(question.read):
        return question
    given = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    held = [c for c in question.concepts if c.semantic == "drug"]
    ways = [c for c in question.concepts if c.semantic != "drug" and _is_way(f"{c.text} {c.label}")]
    if not ways or len({c.label for c in held}) != 1:
        return question
    own = given or held[:1]
    concepts = tuple(
        msgspec.structs.replace(c, role=Role.INTERVENTION) if c in own else c
        for c in question.concepts
        if c not in ways and (c in own or c not in held)
    )
    return msgspec.structs.replace(
        question,
        concepts=concepts,
        intervention=own[0].text,
        comparator="" if not given else question.comparator,
        outcome="" if _is_way(question.outcome) else question.outcome,
    )


def _is_way(text: str) -> bool:
    return bool(other_way.WAY.search(text)) or text.lower().startswith("syringe")
