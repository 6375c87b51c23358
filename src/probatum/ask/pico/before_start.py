"""Before a start: `potassium before starting A` and `calcium monitoring on A` ask of A; the other is measured."""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text import pretests, watching

_OF_TESTS: Final = (Intent.DIAGNOSIS, Intent.MECHANISM)
"""Kinds as which a question is read that speaks of a test, or asks why it is made."""


def asked(question: Question) -> Question:
    """The question of the medicine that is to be started, where a test before that is asked for."""
    found = pretests.asked(question.read)
    given = [c for c in question.concepts if c.semantic == "drug"]
    if found is not None:
        said, behind = found.words.lower(), found.behind.lower()
        drugs = [c for c in given if behind.startswith(c.text.lower())]
        tests = [c for c in question.concepts if c.text.lower() in said and c not in drugs]
    else:
        said = ""
        watched = watching.asks(question.read)
        tests = [c for c in given if watching.ANALYTE.fullmatch(c.text)] if watched else []
        tests += [c for c in question.having(Role.INTERVENTION) if c.semantic != "drug"] if watched else []
        drugs = [c for c in given if c not in tests] if tests or watching.asks_why(question.read) else []
    if len(drugs) != 1:
        return question
    changed: dict[Concept, Role] = {**dict.fromkeys(tests, Role.OTHER), drugs[0]: Role.INTERVENTION}
    return msgspec.structs.replace(
        question,
        concepts=with_roles(question, changed),
        intervention=drugs[0].label,
        outcome="" if question.outcome.lower() in said else question.outcome,
        intent=Intent.THERAPY if question.intent in _OF_TESTS else question.intent,
    )
