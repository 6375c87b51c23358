"""Lasting: of a question how long an illness lasts, the illness is had, and nothing is given or counted.

A symptom was taken for what is counted (`how long does a cough last`) and bare words for what is given (`how many days
or weeks until B gets better`), so that sources on the illness were not those of its people.
"""

from __future__ import annotations

import msgspec

from probatum.ask.people.sufferers import GIVEN, having, with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text import time_course
from probatum.vocabulary import Vocabulary

_ILL = ("condition", "symptom")
_PARTS = (Role.INTERVENTION, Role.COMPARATOR)


def had(question: Question, _: Vocabulary) -> Question:
    """The question with its one illness as whom it is about."""
    if question.intent is not Intent.PROGNOSIS or not time_course.asked(question.read):
        return question
    ills = [c for c in question.concepts if c.semantic in _ILL and c.role is not Role.OTHER]
    if len(ills) != 1 or any(having(question, part, *GIVEN) for part in _PARTS):
        return question
    bare = [c for part in (*_PARTS, Role.OUTCOME) for c in question.having(part) if not c.semantic]
    changed: dict[Concept, Role] = dict.fromkeys(bare, Role.OTHER) | {ills[0]: Role.POPULATION}
    people = question.population or f"people with {ills[0].text[:1].lower() + ills[0].text[1:]}"
    return msgspec.structs.replace(
        question,
        concepts=with_roles(question, changed),
        intervention="",
        comparator="",
        outcome="",
        population=people,
    )
