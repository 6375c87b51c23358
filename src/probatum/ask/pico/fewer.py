"""Fewer: a complaint among the people of whom it is asked how many fewer there are of it.

`A in ILLNESS with cramps - how many fewer?` asks what A does to the cramps: beside the illness that brings them they
are what is counted, and who the people are is the illness.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless

_FEWER: Final = caseless(
    r"\bhow (?:many|much) (?:fewer|less|better)\b(?! (?:people|patients|deaths|die|need|side))"
    r"|\b(?:does|do|will|would) (?:it|they|this) (?:help|work|cut (?:it|them)|stop (?:it|them)|reduce (?:it|them))\b"
)


def counted(question: Question) -> Question:
    """The question with the complaint as its outcome; itself where one is named, or the complaint is all the people."""
    people = question.having(Role.POPULATION)
    felt = [c for c in people if c.semantic == "symptom"]
    ill = [c for c in people if c.semantic == "condition"]
    if (
        question.intent is not Intent.THERAPY
        or question.outcome
        or question.having(Role.OUTCOME)
        or len(felt) != 1
        or not ill
        or not question.having(Role.INTERVENTION)
        or not _FEWER.search(question.read)
    ):
        return question
    changed: dict[Concept, Role] = {felt[0]: Role.OUTCOME}
    names = " and ".join(dict.fromkeys(c.label for c in ill))
    return msgspec.structs.replace(
        question,
        concepts=with_roles(question, changed),
        outcome=felt[0].text,
        population=f"people with {names}",
    )
