"""Undoing: `antidote to A` and `reversal agent for A` ask of A, and what undoes it is what is looked for."""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import having, with_roles
from probatum.model import Concept, Question, Role
from probatum.text.expressions import caseless

_UNDOES: Final = caseless(r"(?:antidotes?|reversal(?: agents?)?|reversing(?: agents?)?)")


def asked(question: Question) -> Question:
    """The question of the medicine whose effect is to be undone, where one stands beside such a word."""
    words = [c for c in question.concepts if _UNDOES.fullmatch(c.text)]
    drugs = [c for c in question.concepts if c.semantic == "drug" and c not in words]
    if not words or len(drugs) != 1 or having(question, Role.COMPARATOR):
        return question
    left = msgspec.structs.replace(question, concepts=tuple(c for c in question.concepts if c not in words))
    given: dict[Concept, Role] = {drugs[0]: Role.INTERVENTION}
    outcome = "" if _UNDOES.fullmatch(question.outcome) else question.outcome
    return msgspec.structs.replace(left, concepts=with_roles(left, given), intervention=drugs[0].label, outcome=outcome)
