"""Controlled: `ILLNESS rate control, A?` asks about A, and the control is what A is to do, in those with the illness.

The vocabulary knows `rate control` as a treatment. Beside a medicine that is named it is its aim, and the illness
before it is had, and is no outcome.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import having, with_roles
from probatum.model import Concept, Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_CONTROL: Final = caseless(r"\bcontrol$")


def aimed(question: Question, _: Vocabulary) -> Question:
    """The question about its medicine, with what that is to control as no treatment of its own."""
    given = having(question, Role.INTERVENTION, "drug")
    aims = [c for c in having(question, Role.INTERVENTION, "procedure") if _CONTROL.search(c.text)]
    if not given or len(aims) != 1:
        return question
    changed: dict[Concept, Role] = {aims[0]: Role.OTHER}
    had = [c for c in having(question, Role.OUTCOME, "condition") if _before(c, aims[0], question.read)]
    changed |= dict.fromkeys(had, Role.POPULATION)
    concepts = with_roles(question, changed)
    ill = [c.text.lower() for c in concepts if c.role is Role.POPULATION and c.semantic == "condition"]
    named = " or ".join(dict.fromkeys(c.text.lower() for c in given))
    bare = question.intervention.lower().strip() == aims[0].text.lower()
    return msgspec.structs.replace(
        question,
        concepts=concepts,
        intervention=named if bare else question.intervention,
        outcome="" if had else question.outcome,
        population=f"people with {' and '.join(dict.fromkeys(ill))}" if had else question.population,
    )


def _before(illness: Concept, aim: Concept, read: str) -> bool:
    """Whether an illness stands right before what is to be controlled in it."""
    low = read.lower()
    at = low.find(aim.text.lower())
    return at > 0 and low[:at].rstrip().endswith(illness.text.lower())
