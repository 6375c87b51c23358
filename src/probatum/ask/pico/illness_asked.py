"""Illness asked: where it is asked how long an illness lasts or how it is known, it is had, and nothing is given.

A symptom was taken for what is counted (`how long does a cough last`), bare words for what is given (`how many days
or weeks until B gets better`, `66F. ?B. criteria?`), so that sources on the illness were not those of its people.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import GIVEN, having, with_roles
from probatum.ask.people.whom import absent
from probatum.model import Concept, Intent, Question, Role
from probatum.text import recognised, time_course
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_ILL: Final = ("condition", "symptom")
_PARTS: Final = (Role.INTERVENTION, Role.COMPARATOR)


def had(question: Question, _: Vocabulary) -> Question:
    """The question with its one illness as whom it is about."""
    if not _asks(question):
        return question
    gone = absent(question.concepts, question.read)
    ills = _asked([c for c in question.concepts if c.semantic in _ILL and c not in gone], question.read)
    given = [c for part in _PARTS for c in having(question, part, *GIVEN) if not recognised.GENERAL.fullmatch(c.text)]
    if len(ills) != 1 or given:
        return question
    parts = (*_PARTS, Role.OUTCOME, Role.POPULATION)
    bare = [c for part in parts for c in question.having(part) if c is not ills[0]]
    changed: dict[Concept, Role] = dict.fromkeys(bare, Role.OTHER) | {ills[0]: Role.POPULATION}
    name = ills[0].text[:1].lower() + ills[0].text[1:]
    people = question.population if name.lower() in question.population.lower() else f"people with {name}"
    return msgspec.structs.replace(
        question,
        concepts=with_roles(question, changed),
        intervention="",
        comparator="",
        outcome="",
        population=people,
    )


def _asked(ills: list[Concept], read: str) -> list[Concept]:
    """The illness that is asked about: the one that the asking words name, else none that another came after."""
    named = [c for c in ills if any(map(_IF_IT_IS.search, _before(c, read)))]
    return named or [c for c in ills if not any(map(_AFTER.search, _before(c, read)))]


def _before(concept: Concept, read: str) -> list[str]:
    """What stands before it, wherever it is named."""
    return [read[: found.start()] for found in re.finditer(re.escape(concept.text), read, re.IGNORECASE)]


_IF_IT_IS: Final = caseless(r"\b(?:if|whether|that) (?:it|this|that)(?:['\u2019]?s| is| was)? (?:an? |really )*$")
_AFTER: Final = caseless(r"\b(?:after|following|since|before) (?:(?:an?|the|my|his|her|their|having|had|bad) )*$")


def _asks(question: Question) -> bool:
    """Whether only the illness itself is asked about."""
    lasts = question.intent is Intent.PROGNOSIS and time_course.asked(question.read)
    return lasts or (question.intent is Intent.DIAGNOSIS and recognised.asked(question.read))
