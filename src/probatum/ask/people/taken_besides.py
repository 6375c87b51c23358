"""Taken besides: medicines that a question names as taken, each of a list: `I take A and B. What dose of C`."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.taken_or_wanted import ALLERGEN
from probatum.model import Concept, Question, Role
from probatum.text.expressions import caseless

_TAKES: Final = caseless(
    r"\b(?:takes?|taking|took|is on|am on|are on|who(?:'s| is) on|using|uses|prescribed|already on|long-term|weekly"
    r"|(?:man|woman|lady|patient|pt|he|she|i|mum|mother|dad|father) on|[mf] on)\b(?P<between>[^.;?!]{0,90})$"
)
_NOT: Final = caseless(
    r"\b(?:not|never|no longer|stopped|stopping|used to|can(?:not|'t)?|may|could|should|would|instead|versus|vs"
    r"|what|which|needs?|wants?|requires?|give|given|start\w*|add\w*|offer\w*"
    r"|whether|before|after|until|allerg\w+)\b"
)
_BEGUN_BY: Final = caseless(
    r"\b(?:gp|doctor|dr|dentist|hospital|consultant|ward|team|specialist|nurse|pharmacist|clinic|they|she|he|someone"
    r"|walk-?in|ooh)(?: has| have|'ve|'s)?(?: just)? (?:started|gave|given"
    r"|put (?:me|him|her|them|pt) on|prescribed|added|began)(?: (?:me|him|her|them|pt))?(?: on)?"
    r"(?: a course of| some)? $"
    r"|\b(?:also|just|recently|newly|now)(?: been)? (?:started|begun|commenced|put)(?: on)? $"
)
"""Who began a medicine beside, right before its name: it is taken now."""
_MOST_BEFORE: Final = 120


def listed(question: Question) -> Question:
    """The question with the medicines of such lists among those that its patient takes."""
    question = _leave_asked(question)
    asked = {c.label.lower() for r in (Role.INTERVENTION, Role.COMPARATOR) for c in question.having(r)}
    held = {d.lower() for d in question.patient.drugs}
    found = [
        c.label
        for c in question.having(Role.OTHER)
        if c.semantic == "drug"
        and c.label.lower() not in asked | held
        and c.text.lower() not in held
        and _is_taken(c.text, question.read)
    ]
    if not found or not asked:
        return question
    drugs = (*question.patient.drugs, *dict.fromkeys(found))
    return msgspec.structs.replace(question, patient=msgspec.structs.replace(question.patient, drugs=drugs))


_LEAVE: Final = caseless(
    r"\b(?:can|could|may|should|is it (?:ok(?:ay)?|safe|alright|fine)(?: for (?:me|him|her|us|my \w+))? to)"
    r"(?: (?:i|he|she|we|they|my \w+))?(?: still| also| just)? (?:take|have|use|try|give(?: him| her| them)?)"
    r" (?:an? |some |my )?$"
)
"""Words that ask leave for a medicine, which then is asked about and not taken."""


def _leave_asked(question: Question) -> Question:
    """`can I take A and is B ok instead`: A is asked about as B is."""
    low = question.read

    def role(concept: Concept) -> Concept:
        at = low.lower().find(concept.text.lower())
        asked = concept.semantic == "drug" and concept.role is Role.OTHER and at > 0 and _LEAVE.search(low[:at])
        return msgspec.structs.replace(concept, role=Role.INTERVENTION) if asked else concept

    made = tuple(role(c) for c in question.concepts)
    if made == question.concepts or not question.having(Role.INTERVENTION):
        return question
    named = {c.label.lower() for c in made if c.role is Role.INTERVENTION}
    drugs = tuple(d for d in question.patient.drugs if d.lower() not in named)
    patient = msgspec.structs.replace(question.patient, drugs=drugs)
    return msgspec.structs.replace(question, concepts=made, patient=patient)


def _is_taken(name: str, read: str) -> bool:
    for found in re.finditer(re.escape(name), read, re.IGNORECASE):
        if ALLERGEN.match(read, found.end()):
            continue
        before = read[max(0, found.start() - _MOST_BEFORE) : found.start()]
        if _BEGUN_BY.search(before):
            return True
        told = _TAKES.search(before)
        if told is not None and _NOT.search(told[0]) is None:
            return True
    return False
