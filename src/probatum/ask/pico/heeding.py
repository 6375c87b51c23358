"""Heeding: `signs to watch for on A`, `red flags on A` and `when to call the doctor on A` ask of the harms of A."""

from __future__ import annotations

import msgspec

from probatum.ask.people.sufferers import having, with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text import watching

_ASKED: tuple[Intent, ...] = (Intent.THERAPY, Intent.HARM, Intent.DIAGNOSIS, Intent.PROGNOSIS)


def asked(question: Question) -> Question:
    """The question of what the one medicine that it names does, where it asks by which signs that is noticed."""
    drugs = [c for c in question.concepts if c.semantic == "drug" and not watching.signs(c.text)]
    if question.intent not in _ASKED or not watching.signs(question.read) or len(drugs) != 1:
        return question
    if having(question, Role.COMPARATOR) or not watching.signs_of(question.read, drugs[0].text):
        return question
    others = [c for c in question.concepts if c not in drugs and c.semantic not in ("condition", "symptom")]
    changed: dict[Concept, Role] = {**dict.fromkeys(others, Role.OTHER), drugs[0]: Role.INTERVENTION}
    ill = any(c.semantic in ("condition", "symptom") for c in question.concepts)
    return msgspec.structs.replace(
        question,
        concepts=with_roles(question, changed),
        intervention=drugs[0].label,
        population=question.population if ill else "",
        outcome=question.outcome if ill else "",
        intent=Intent.HARM,
    )
