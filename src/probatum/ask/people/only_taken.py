"""Only taken: a medicine that somebody is told to be on, where it is asked how an illness is treated.

`hot red toe, on A. so not gout? how do I treat` asks nothing of A. Where A is the only thing named that could be given,
syntax takes it for what is asked about, and its label answers what nobody asked.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import having, with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless

_TREATS: Final = caseless(
    r"\b(?:how (?:do|should|can|would|to)(?: (?:i|we|you))? (?:treat|manage)"
    r"|what (?:do|should|can) (?:i|we) (?:treat|give)"
    r"|(?:treat|manage)(?: (?:it|this|him|her|meanwhile|now))?\W*$|best treatment|first[- ]line)\b"
    r"|\bso (?:it'?s |its |this is )?not (?:an? )?[a-z][a-z ]{2,20}\?"
)
_OF_IT: Final = caseless(
    r"\b(?:stop\w*|hold|withh\w+|swap\w*|swop\w*|switch\w*|chang\w+|continu\w+|carry on|caus\w+|because of|due to"
    r"|instead|dos(?:e|es|ing)|side[- ]effects?|interact\w*|with (?:it|that|this)|from (?:it|the)|blame|is it the)\b"
)
"""Words of a question on the medicine after all."""
_KINDS: Final = (Intent.THERAPY, Intent.DIAGNOSIS, Intent.PROGNOSIS)


def aside(question: Question) -> Question:
    """The question on the illness, with what is taken among what belongs to the patient."""
    given = having(question, Role.INTERVENTION)
    ill = [c for c in question.concepts if c.semantic == "condition" and c.role in (Role.POPULATION, Role.OTHER)]
    if (
        question.intent not in _KINDS
        or question.danger
        or not given
        or not ill
        or question.having(Role.COMPARATOR)
        or not _TREATS.search(question.typed)
        or _OF_IT.search(question.typed)
        or not all(c.label in question.patient.drugs and _told(c, question.read) for c in given)
    ):
        return question
    changed: dict[Concept, Role] = dict.fromkeys(given, Role.OTHER)
    people = question.population
    if not question.having(Role.POPULATION):
        changed |= {ill[0]: Role.POPULATION}
        people = f"people with {ill[0].label}"
    return msgspec.structs.replace(question, concepts=with_roles(question, changed), intervention="", population=people)


def _told(drug: Concept, text: str) -> bool:
    """Whether it stands once, as what somebody is on, and nothing is said of it behind."""
    name = re.escape(drug.text.lower())
    low = text.lower()
    once = len(re.findall(name, low)) == 1
    return (
        once
        and re.search(rf"\b(?:on|takes|taking) (?:[\w-]+ ){{0,2}}{name}(?: \d[\w. ]{{0,12}})?[.,;]", low) is not None
    )
