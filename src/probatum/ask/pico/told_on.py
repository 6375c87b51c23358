"""Told on: a complaint that is a sign of danger on a medicine is a harm of it, and no illness to be treated.

`on A with a fever and a sore throat, what do I do` asks nothing of what helps a sore throat: it is about A.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.danger import flags
from probatum.ask.people.sufferers import having, with_roles
from probatum.model import Concept, Intent, Question, Role

_ILL: Final = ("condition", "symptom")


def asked(question: Question) -> Question:
    """The question for the harm, where the danger that it names is one of a medicine that it names; else as it was."""
    if question.danger != "emergency" or question.sign not in flags.of_medicines():
        return question
    drugs = [c for role in (Role.INTERVENTION, Role.OTHER) for c in having(question, role, "drug")]
    ills = [c for c in question.concepts if c.semantic in _ILL]
    if not drugs or not ills or question.intent is not Intent.THERAPY or question.having(Role.COMPARATOR):
        return question
    roles: dict[Concept, Role] = dict.fromkeys(drugs, Role.INTERVENTION) | dict.fromkeys(ills, Role.OUTCOME)
    return msgspec.structs.replace(
        question,
        intent=Intent.HARM,
        concepts=with_roles(question, roles),
        intervention=" and ".join(dict.fromkeys(c.text for c in drugs)),
        outcome=" and ".join(dict.fromkeys(c.text for c in ills)),
        population="",
    )
