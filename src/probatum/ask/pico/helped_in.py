"""Helped in: of `what helps A in people with B` A is treated, and B is what such people have besides.

Read the other way round, what is given for B answered, and A stayed untold.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_HELPS: Final = caseless(
    r"\b(?:helps?|helping|treats?|treating|eases?|easing|relieves?|cures?|manag(?:e|es|ing)|controls?"
    r"|(?:works?|good|best|safe|used|given|taken|recommended) (?:for|in|against))"
    r"(?: (?:an?|the|my|his|her|their|acute|chronic|severe|mild|bad)){0,2} $"
)
_ILL: Final = ("condition", "symptom")


def treated(question: Question, _: Vocabulary) -> Question:
    """The question with what is to be helped as whom it is about, where no treatment is named and something that the
    same people have stands behind it."""
    if question.intent not in (Intent.THERAPY, Intent.PREVENTION) or question.having(Role.INTERVENTION):
        return question
    if question.having(Role.COMPARATOR) or question.having(Role.OUTCOME):
        return question
    beside = [c for c in question.having(Role.POPULATION) if c.semantic in _ILL]
    left = [c for c in question.having(Role.OTHER) if c.semantic in _ILL]
    named = [c for c in left if _HELPS.search(question.read[: max(0, _at(c, question))])]
    if len(named) != 1 or not beside or any(_at(c, question) < _at(named[0], question) for c in beside):
        return question
    changed: dict[Concept, Role] = {named[0]: Role.POPULATION, **dict.fromkeys(beside, Role.OTHER)}
    had = tuple(dict.fromkeys((*question.patient.conditions, *(c.label for c in beside))))
    return msgspec.structs.replace(
        question,
        concepts=with_roles(question, changed),
        population=f"people with {named[0].text}",
        patient=msgspec.structs.replace(question.patient, conditions=had),
    )


def _at(concept: Concept, question: Question) -> int:
    found = re.search(rf"\b{re.escape(concept.text)}\b", question.read, re.IGNORECASE)
    return found.start() if found else -1
