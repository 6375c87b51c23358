"""Illness asked: where it is asked how long an illness lasts or how it is known, it is had, and nothing is given.

A symptom was taken for what is counted (`how long does a cough last`), bare words for what is given (`how many days
or weeks until B gets better`, `66F. ?B. criteria?`), so that sources on the illness were not those of its people.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import GIVEN, having, with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text import recognised, time_course
from probatum.vocabulary import Vocabulary

_ILL: Final = ("condition", "symptom")
_PARTS: Final = (Role.INTERVENTION, Role.COMPARATOR)


def had(question: Question, _: Vocabulary) -> Question:
    """The question with its one illness as whom it is about."""
    if not _asks(question):
        return question
    ills = [c for c in question.concepts if c.semantic in _ILL and c.role is not Role.OTHER]
    given = [c for part in _PARTS for c in having(question, part, *GIVEN) if not recognised.GENERAL.fullmatch(c.text)]
    if len(ills) != 1 or given:
        return question
    bare = [c for part in (*_PARTS, Role.OUTCOME) for c in question.having(part) if c.semantic not in _ILL]
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


def _asks(question: Question) -> bool:
    """Whether only the illness itself is asked about."""
    lasts = question.intent is Intent.PROGNOSIS and time_course.asked(question.read)
    return lasts or (question.intent is Intent.DIAGNOSIS and recognised.asked(question.read))
