"""Reacted to: a medicine that brought an allergic reaction is not taken beside the one that is asked about.

`I had angioedema on A, is B safe for me` asks about B for somebody who does not bear A; read as two that are taken
together it was answered as an interaction. What a medicine does day by day (a cough, constipation, bleeding) is no such
reaction: whoever has it takes the medicine still.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import msgspec

from probatum.ask.people.sufferers import with_roles
from probatum.model import Concept, Patient, Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary import Mention, Vocabulary

_REACTION: Final = (
    r"(?:angio-?o?edema|anaphyla(?:xis|ctic|ctoid)|rash(?:es)?|hives|urticaria|bronchospasm|stevens[- ]johnson"
    r"(?: syndrome)?|toxic epidermal necrolysis|drug reaction with eosinophilia and systemic symptoms"
    r"|(?:swelling of|swollen|swelled up) (?:(?:the|my|his|her) )?(?:face|lips?|tongue|throat|mouth)"
    r"(?: and (?:face|lips?|tongue|throat|mouth))?"
    r"|(?:facial|face|lips?|tongue|throat|mouth) swelling|allergic reactions?)"
)
_SINCE: Final = (
    r"(?:,? (?:reactions?|shock|only|once|before|twice|years ago|last year|in (?:19|20)\d\d|as a (?:child|kid)"
    r"|\d{1,2} (?:years?|months?) ago)){0,3}"
)
_BY: Final = (
    r" (?:with|from|to|after|on|by|caused by|due to|secondary to|when (?:i|he|she) took)"
    r" (?:(?:taking|starting|using|having|the|an?|my|his|her|old|previous) ){0,3}$"
)
_BROUGHT: Final = caseless(rf"\b(?P<what>{_REACTION}){_SINCE}{_BY}")
_WORSENED: Final = caseless(
    r"\b(?P<what>asthma)(?: attacks?| symptoms)?,? (?:(?:that|which|is|are|was|got|gets|has been) ){0,2}"
    r"(?:worsens|worse|worsened|worsening|flares?(?: up)?|flared(?: up)?|triggered|set off|provoked"
    r"|exacerbated|attacks?)"
    r" (?:with|by|from) (?:(?:taking|the|an?|my|his|her) ){0,2}$"
)
"""An illness of the airways that a medicine brings on is like a rash; `worse on A` says that A helps little."""
_PAST: Final = caseless(
    r"(?:\b(?:had|got|gets|developed|experienced|suffered|previous(?:ly)?|prior|past|history of|hx(?: of)?|h/o|known"
    r"|once|ever|came (?:out|up) in|broke out in)\b[^.;?!]{0,30}$)"
)
_LONG_AGO: Final = caseless(r"\b(?:ago|before|once|last year|in (?:19|20)\d\d|as a (?:child|kid))\b")
_THEN: Final = caseless(
    r"(?: (?:\w+ )?(?:years?|months?) ago| last year| in (?:19|20)\d\d| as a (?:child|kid)| in the past| before\b)"
)
_HAVING: Final = caseless(r"\b(?:has|have|'ve|ive|just|now)(?: just)? (?:got|had|developed)\b[^.;?!]{0,30}$")
_IN_PLACE: Final = caseless(
    r"\b(?:instead|alternatives?|safe(?:ly)?|safer|ok(?:ay)?|all ?right|allowed|tolerat\w+|cross[- ]?react\w*|switch\w*"
    r"|re-?challenge\w*|avoid\w*|contra-?indicated)\b"
)
"""Words that ask of another medicine whether it may be taken in the place of the one that did harm."""
_REACH: Final = 110
"""Signs before a medicine in which the reaction to it stands."""


class Reaction(NamedTuple):
    """A medicine, where it stands, and the reaction that it brought; `past` where it is told as over."""

    drug: Mention
    what: str
    past: bool


def reactions(text: str, vocabulary: Vocabulary) -> tuple[Reaction, ...]:
    """The allergic reactions that a text tells with what brought them."""
    drugs = [m for m in vocabulary.find(text) if m.term.semantic == "drug"]
    return tuple(found for drug in drugs if (found := _reaction(text, drug, alone=len(drugs) == 1)) is not None)


def _reaction(text: str, drug: Mention, *, alone: bool) -> Reaction | None:
    before = text[max(0, drug.start - _REACH) : drug.start]
    worse = _WORSENED.search(before)
    told = worse or _BROUGHT.search(before)
    if told is None:
        return None
    earlier = before[: told.start()]
    past = worse is not None or bool(_PAST.search(earlier) and not _HAVING.search(earlier))
    past = past or bool(_LONG_AGO.search(told[0]) or _THEN.match(text, drug.end))
    if not past and (alone or not _IN_PLACE.search(text)):
        return None  # `rash on A: B?` may ask what helps the rash
    return Reaction(drug, told["what"], past)


def masked(text: str, held: tuple[Reaction, ...]) -> str:
    """The text, as long as before, without the medicines that are not borne: none of them is taken."""
    for one in held:
        text = text[: one.drug.start] + "x" * (one.drug.end - one.drug.start) + text[one.drug.end :]
    return text


def borne_ill(patient: Patient, held: tuple[Reaction, ...], vocabulary: Vocabulary) -> Patient:
    """The patient with what he did not bear among his allergies, and the reaction among what he has."""
    if not held:
        return patient
    ills = [m.term.label for one in held for m in vocabulary.find(one.what) if m.term.semantic in _ILL]
    return msgspec.structs.replace(
        patient,
        allergies=tuple(dict.fromkeys((*patient.allergies, *(one.drug.term.label for one in held)))),
        conditions=tuple(dict.fromkeys((*patient.conditions, *ills))),
    )


_ILL: Final = ("condition", "symptom")


def told(question: Question, held: tuple[Reaction, ...], vocabulary: Vocabulary) -> Question:
    """The question about the other medicine; where none is named and nothing is to be treated, about this one still."""
    if not held:
        return question
    labels = {m.term.label for one in held for m in vocabulary.find(one.what)}
    ills = [c for c in question.concepts if c.semantic in _ILL and c.label in labels]
    gone = {one.drug.term.label for one in held}
    again = {m.term.label for m in vocabulary.find(masked(question.read, held))}
    drugs = [c for c in question.concepts if c.semantic == "drug"]
    treated = [c for c in question.concepts if c.semantic in _ILL and c not in ills]
    alone = not treated and all(c.label in gone for c in drugs)
    spared = [] if alone else [c for c in drugs if c.label in gone - again]
    asked = [c for c in drugs if c not in spared]
    changed: dict[Concept, Role] = dict.fromkeys((*ills, *spared), Role.OTHER)
    if all(c in changed for c in question.having(Role.INTERVENTION)):
        changed |= dict.fromkeys(asked, Role.INTERVENTION)
    who = question.patient
    who = msgspec.structs.replace(who, drugs=tuple(d for d in who.drugs if d not in gone - again))
    return _worded(msgspec.structs.replace(question, concepts=with_roles(question, changed), patient=who), changed)


def asked_again(question: Question, vocabulary: Vocabulary) -> Question:
    """The question about a medicine that somebody does not bear, where it is named once more as what is to be given."""
    if question.having(Role.INTERVENTION) or not question.patient.allergies:
        return question
    borne = {name.lower() for name in question.patient.allergies}
    named = [m for m in vocabulary.find(question.read) if m.term.semantic == "drug"]
    again = [
        m
        for m in named
        if any(m.term.label.lower() in name for name in borne) and not _ALLERGIC.search(question.read[: m.start])
    ]
    again = [m for m in again if not _ALLERGY.match(question.read, m.end)]
    twice = {m.term.label for m in again if len(named) > 1}
    concepts = [c for c in question.concepts if c.label in twice and c.semantic == "drug"]
    changed: dict[Concept, Role] = dict.fromkeys(concepts, Role.INTERVENTION)
    if not changed:
        return question
    return msgspec.structs.replace(
        question, concepts=with_roles(question, changed), intervention=" and ".join(c.text for c in concepts)
    )


_ALLERGIC: Final = caseless(
    rf"(?:\b(?:allerg(?:ic|y|ies)|hypersensitiv\w+|intoleran(?:t|ce)|sensitive|reacts?|reacted)"
    rf" to (?:[\w-]+ (?:and|or) ){{0,2}}|{_REACTION}{_SINCE}{_BY[:-1]})$"
)
_ALLERGY: Final = caseless(
    rf" ?(?:\(|=|-|caused|causes|gave (?:me|him|her))? ?(?:an? )?(?:allerg(?:y|ic)|{_REACTION}|hypersensitivity)"
)


def _worded(question: Question, changed: dict[Concept, Role]) -> Question:
    """The question with its parts in words as its concepts have them, where one of theirs was taken out."""
    gone = {w for c, role in changed.items() if role is Role.OTHER for w in (c.text.lower(), c.label.lower())}
    parts = {}
    for role in (Role.INTERVENTION, Role.COMPARATOR, Role.OUTCOME, Role.POPULATION):
        said = getattr(question, role.value)
        left = list(dict.fromkeys(c.text for c in question.having(role)))
        if any(w in said.lower() for w in gone) or (role is Role.INTERVENTION and not said):
            who = "people with " if role is Role.POPULATION and left else ""
            parts[role.value] = who + " and ".join(left)
    return msgspec.structs.replace(question, **parts)
