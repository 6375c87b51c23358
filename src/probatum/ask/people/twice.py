"""Twice: an illness that is asked about as an outcome is not what the people have as well, where another illness is."""

from __future__ import annotations

import msgspec

from probatum.model import Question, Role
from probatum.vocabulary.normal import name_key


def once(question: Question) -> Question:
    """The question without people who have just what is to be found out: `A in gravel - kidney failure reduction`."""
    wanted = {name_key(n) for c in question.having(Role.OUTCOME) for n in (c.text, c.label)}
    people = question.having(Role.POPULATION)
    doubled = [c for c in people if name_key(c.text) in wanted or name_key(c.label) in wanted]
    left = [c for c in people if c not in doubled]
    if not doubled or not left:
        return question
    # The one that the vocabulary knows is kept as the outcome.
    known = {name_key(n): c for c in doubled for n in (c.text, c.label)}
    concepts = []
    for concept in question.concepts:
        if concept in doubled:
            continue
        better = known.get(name_key(concept.text)) if concept.role is Role.OUTCOME and not concept.id else None
        concepts.append(concept if better is None else msgspec.structs.replace(better, role=Role.OUTCOME))
    return msgspec.structs.replace(
        question,
        concepts=tuple(concepts),
        population=f"people with {left[0].text}",
        outcome=question.outcome or doubled[0].label,
    )
