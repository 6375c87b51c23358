"""Allergies: what somebody does not bear is told of him; the rash that it gave is no illness to be treated."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import with_roles
from probatum.model import Concept, Question, Role
from probatum.text import no_allergy
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

_REACTION: Final = (
    r"(?:rash(?:es)?|skin rash|hives|urticaria|wheals?|anaphyla\w+|angioedema|swelling|reaction|allerg\w+|itch\w*"
    r"|facial swelling|lip swelling)"
)
_WITH: Final = expression(
    rf"\b{_REACTION}(?: only)? (?:with|from|to|after|on) (?:the |an? |taking )?(?P<what>[\w-]{{3,24}})", re.IGNORECASE
)
_AFTER: Final = expression(
    rf"(?P<what>[\w-]{{3,24}}) (?:(?:caused|causes|gave (?:me|him|her)|=|-|\() ?)?(?:an? )?(?:bad |proper |previous )?"
    rf"{_REACTION}\b",
    re.IGNORECASE,
)
_HELD: Final = expression(rf"\b(?:allerg\w+|hypersensitivity)[^.;?]{{0,40}}?\b(?P<told>{_REACTION})", re.IGNORECASE)
_FOOD: Final = expression(
    r"\b(?P<what>eggs?|peanuts?|nuts?|milk|shellfish|fish|latex|soya?|wheat|sesame|chlorhexidine|contrast|plasters?)"
    r" (?:allerg(?:y|ic)|hypersensitivity|anaphylaxis)\b|\ballergic to (?P<to>eggs?|peanuts?|nuts?|milk|shellfish|fish"
    r"|latex|soya?|wheat"
    r"|sesame|chlorhexidine|contrast|plasters?)\b",
    re.IGNORECASE,
)


_NAMED: Final = expression(r"\b(?:hypersensitivity|allergy)$", re.IGNORECASE)


def told(question: Question, _: Vocabulary) -> Question:
    """The question with what somebody does not bear told of him, and asked about no more."""
    return allergic(question)[0]


def allergic(question: Question) -> tuple[Question, list[Concept]]:
    """The question with what somebody is allergic to among the allergies, and his reactions to it, in no part of it."""
    text, named = no_allergy.masked(question.read), list(question.patient.allergies)
    asked = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    drugs = [c for c in question.concepts if c.semantic == "drug" and asked != [c]]
    reacted: list[Concept] = []
    for pattern in (_WITH, _AFTER):
        for found in pattern.finditer(text):
            to = _at(text, found, drugs)
            if to is not None:
                named.append(to.label)
                reacted += _within(question, found.start(), found.end())
    for food in _FOOD.finditer(text):
        named.append((food["what"] or food["to"]).lower())
    held = _HELD.search(text)
    if named and held:
        reacted += _within(question, held.start("told"), held.end("told"))
    allergies = tuple(dict.fromkeys(named))
    ill = [c for c in question.having(Role.POPULATION) if c.semantic in ("condition", "symptom") and c not in reacted]
    by_name = [c for c in ill if _NAMED.search(c.label)]
    beside = len(by_name) < len(ill) or _is_borne(question, asked, by_name)
    reacted += by_name if allergies and beside else []
    given = [c for c in question.having(Role.INTERVENTION) if c.semantic == "condition" and _NAMED.search(c.label)]
    reacted += given if allergies else []  # to be allergic is no treatment
    if not reacted and allergies == question.patient.allergies:
        return question, []
    patient = msgspec.structs.replace(question.patient, allergies=allergies)
    concepts = with_roles(question, dict.fromkeys(reacted, Role.OTHER))
    gone = {c.text.lower() for c in reacted} | {c.label.lower() for c in reacted}
    outcome = "" if any(words in question.outcome.lower() for words in gone) else question.outcome
    people = question.population
    if any(words in people.lower() for words in gone):
        had = [c for c in concepts if c.role is Role.POPULATION and c.semantic in ("condition", "symptom")]
        named_by = [c.label for c in had if c.semantic == "condition"] or [c.label for c in had]
        people = f"people with {' and '.join(named_by)}" if named_by else ""
    kept = [c for c in concepts if any(c.label == one.label for one in reacted)]
    if given and allergies and len(given) == len(question.having(Role.INTERVENTION)):
        question = msgspec.structs.replace(question, intervention="")
    made = msgspec.structs.replace(question, concepts=concepts, patient=patient, outcome=outcome, population=people)
    return made, kept


def _is_borne(question: Question, asked: list[Concept], by_name: list[Concept]) -> bool:
    """Whether an allergy to a medicine is told of who is to have another one, and is not to be treated itself."""
    if not asked or not question.patient.allergies:
        return False
    low = question.read.lower()
    return not any(_FOR.search(low[: max(0, low.find(c.text.lower()))]) for c in by_name)


_FOR: Final = expression(
    r"\b(?:for|treat\w*|help\w*|against|reliev\w*|relief of|manag\w*|desensiti\w+)(?: [\w-]+){0,3} $", re.IGNORECASE
)
"""What stands before an allergy that is to be treated."""


def _at(text: str, found: re.Match[str], drugs: list[Concept]) -> Concept | None:
    """The drug that a word names, by its whole name: an allergy to a combination is none to its first part alone."""
    behind = text[found.start("what") :].lower()
    whole = [c for c in drugs if behind.startswith(c.text.lower())]
    named = [c for c in drugs if found["what"].lower() in (c.text.lower(), c.label.lower())]
    return max(whole, key=lambda c: len(c.text)) if whole and named else next(iter(named), None)


def _within(question: Question, start: int, end: int) -> list[Concept]:
    """The illnesses that a piece of the question names."""
    piece = question.read[start:end].lower()
    return [c for c in question.concepts if c.semantic in ("condition", "symptom") and c.text.lower() in piece]
