"""To use: what somebody says they want to give, and what they ask beside it.

`want to use A. B first? what dose, is it as good as C?` asks about A: B is given before it, and C is what it is held
against. And where all that was read as asked about is what the patient takes, `on A + B. thrombolysis?` asks about the
one thing that stands alone with a question mark.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import having, with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless

_GIVEN: Final = ("drug", "procedure")
_WANTS: Final = caseless(
    r"\b(?:(?:want(?:s|ed|ing)?|would like|'d like|plan(?:s|ning|ned)?|keen|hop(?:e|es|ing)|going|intend(?:s|ing)?) to"
    r"|thinking (?:of|about)) (?:us(?:e|ing)|giv(?:e|ing)|start(?:ing)?|try(?:ing)?|prescrib(?:e|ing)) "
    r"(?:(?:her|him|them|some|the|on|with) ){0,2}$"
)
_AGAINST: Final = caseless(
    r"\b(?:as (?:good|safe|effective) as|better than|worse than|inferior to|superior to|compared (?:to|with)|versus"
    r"|vs\.?|than) (?:the |her |his |my )?$"
)
_INSTEAD: Final = caseless(r"\b(?:instead of|in place of|rather than|than|or) (?:the |her |his |my )?$")
_ALONE: Final = caseless(r"(?:^|[.?;] )(?:(?:start|give|add|to) )?$")
"""What stands before a treatment that is a question of its own: `..., on A. thrombolysis?`."""


def asked(question: Question) -> Question:
    """The question about what is to be given; itself where nothing is told so."""
    return _alone(_wanted(question))


def _wanted(question: Question) -> Question:
    drugs = [c for c in question.concepts if c.semantic == "drug" and c.label not in question.patient.drugs]
    wanted = [c for c in drugs if _WANTS.search(_before(question, c))]
    others = [c for c in drugs if c not in wanted and c.role in (Role.INTERVENTION, Role.COMPARATOR)]
    if len(wanted) != 1 or wanted[0].role is Role.INTERVENTION or not others or question.intent is Intent.INTERACTION:
        return question
    if any(_INSTEAD.search(_before(question, c)) and not _AGAINST.search(_before(question, c)) for c in others):
        return question  # which of the two it should be is the question
    held = {c: Role.COMPARATOR if _AGAINST.search(_before(question, c)) else Role.OTHER for c in others}
    changed: dict[Concept, Role] = {wanted[0]: Role.INTERVENTION, **held}
    return msgspec.structs.replace(
        question,
        concepts=with_roles(question, changed),
        intervention=wanted[0].label,
        comparator=" or ".join(c.text for c, role in held.items() if role is Role.COMPARATOR),
    )


def _alone(question: Question) -> Question:
    given = having(question, Role.INTERVENTION)
    if not given or question.having(Role.COMPARATOR) or any(c.label not in question.patient.drugs for c in given):
        return question
    others = [c for c in having(question, Role.OTHER, *_GIVEN) if c.label not in question.patient.drugs]
    asked_of = [c for c in others if _ALONE.search(_before(question, c)) and _marked(question, c)]
    if len(asked_of) != 1:
        return question
    changed: dict[Concept, Role] = dict.fromkeys(given, Role.OTHER) | {asked_of[0]: Role.INTERVENTION}
    intent = Intent.THERAPY if question.intent is Intent.INTERACTION else question.intent
    return msgspec.structs.replace(
        question, concepts=with_roles(question, changed), intervention=asked_of[0].label, intent=intent
    )


def _before(question: Question, concept: Concept) -> str:
    at = question.read.lower().find(concept.text.lower())
    return question.read[max(0, at - 60) : at] if at > 0 else ""


def _marked(question: Question, concept: Concept) -> bool:
    """Whether a question mark stands right behind it."""
    low, name = question.read.lower(), concept.text.lower()
    return f"{name}?" in low
