"""Compared: a complaint of which there is more or less with a medicine is what befalls people, and not what they have:
`is bleeding less with A than with B`."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.model import Concept, Intent, Question, Role
from probatum.text import asking
from probatum.text.expressions import caseless

_MORE: Final = r"(?:less|lower|fewer|more|higher|rarer|worse|reduced|increased|raised|commoner|greater)"
_NO_PLACE: Final = r"(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bof )(?<!\bfor )(?<!\bin )(?<!\bwith )"
"""`A lower urinary tract infection` is named by its place."""
_PLACED: Final = caseless(r"(?:urinary|respiratory|limb|back|abdominal|gastrointestinal|gi|leg|airway)\b")
"""Illnesses that have a lower and an upper kind."""
_BEFORE: Final = caseless(
    rf"(?:\b(?:caus(?:e|es|ing)|giv(?:e|es|ing)|bring(?:s|ing)?|produc(?:e|es|ing)) |{_NO_PLACE}\b)"
    rf"(?:the )?(?:{_MORE}|least|fewest|lowest|most)"
    r" (?:risk of |rates? of |chance of )?$"
)
_BEHIND: Final = caseless(
    r"^(?: risks?| rates?)?(?: (?:is|are|was|were|any|much|be|really|actually)){0,2}"
    r" (?:(?:less|more|lower|higher|rarer|fewer|reduced|increased|raised|commoner|greater)"
    r"(?= ?(?:[?.,;]|$)| (?:with|than|on|common|frequent|likely|often|in)\b)|worse (?:with|than|on)\b)"
)
_MOST_BEFORE: Final = 40


def befalling(question: Question) -> Question:
    """The question with complaints that are compared as outcomes, where a treatment is asked about."""
    if not question.having(Role.INTERVENTION):
        return question
    told = [c for c in question.having(Role.POPULATION) if _compared(c, question.read)]
    if not told and question.comparator:
        return _unfallen(question)
    if not told or (len(told) == len(question.having(Role.POPULATION)) and _treated(question)):
        return question
    # Of `is A as good as B, and is bleeding less` the first half is what is asked of the treatment.
    besides = len(asking.clauses(question.read)) > 1 or _HELPS.search(question.read) is not None
    role = Role.OTHER if besides else Role.OUTCOME
    concepts = tuple(msgspec.structs.replace(c, role=role) if c in told else c for c in question.concepts)
    names = {c.label.lower() for c in told}
    conditions = tuple(c for c in question.patient.conditions if c.lower() not in names)
    left = next((c for c in concepts if c.role is Role.POPULATION), None)
    return msgspec.structs.replace(
        question,
        concepts=concepts,
        intent=question.intent if besides else Intent.HARM,
        outcome=question.outcome or ("" if besides else told[0].label),
        population=question.population if left and left.text in question.population else _people(left),
        patient=msgspec.structs.replace(question.patient, conditions=conditions),
    )


def _unfallen(question: Question) -> Question:
    """The question without people who have what befalls them: `is bleeding less common with A than with B`."""
    names = {n.lower() for c in question.having(Role.OUTCOME) if _compared(c, question.read) for n in (c.text, c.label)}
    left = "" if question.population.lower() in {f"people with {n}" for n in names} else question.population
    conditions = tuple(c for c in question.patient.conditions if c.lower() not in names)
    patient = msgspec.structs.replace(question.patient, conditions=conditions)
    return msgspec.structs.replace(question, population=left, patient=patient)


_HELPS: Final = caseless(r"\b(?:as good as|(?:as )?effective|works?|helps?|efficacy|prevents?|beats?|benefits?)\b")
"""That the good of a treatment is asked about as well."""


_GAINED: Final = caseless(r"^ (?:risk )?(?:benefits?|reductions?|gains?|advantages?)\b")
_LESS: Final = caseless(r"^ (?:risk )?reductions?\b")
_LISTED: Final = caseless(r"(?:[,:;-]|\band|\bor) $")
"""Before an illness that stands in a list of what is gained; `A in gravel benefit` asks what those with gravel gain."""


def spared(question: Question) -> Question:
    """The question with an illness of which there is to be less as an outcome: `A over 80, stroke benefit`."""
    if not question.having(Role.INTERVENTION) and _WHICH.search(question.read) is None:
        return question
    wanted = {c.label for c in question.having(Role.OUTCOME)}
    told = [c for c in question.having(Role.POPULATION) if c.label not in wanted and _followed(c, question.read)]
    if not told:
        return question
    concepts = tuple(msgspec.structs.replace(c, role=Role.OUTCOME) if c in told else c for c in question.concepts)
    left = next((c for c in concepts if c.role is Role.POPULATION), None)
    return msgspec.structs.replace(
        question, concepts=concepts, outcome=question.outcome or told[0].label, population=_people(left)
    )


_WHICH: Final = caseless(r"\b(?:which|what) (?:treatments?|medicines?|drugs?|options?)\b|\b(?:does|do|will) treating\b")


def _followed(concept: Concept, read: str) -> bool:
    if concept.semantic != "condition" or _PLACED.match(concept.text):
        return False
    places = list(re.finditer(re.escape(concept.text), read, re.IGNORECASE))
    for found in places:
        listed = _LISTED.search(read[max(0, found.start() - _MOST_BEFORE) : found.start()]) is not None
        if (_GAINED if listed else _LESS).match(read[found.end() :]):
            return True
    return any(_SPARES.search(read[max(0, found.start() - _MOST_BEFORE) : found.start()]) for found in places)


_SPARES: Final = caseless(
    rf"{_NO_PLACE}\b(?:cuts?|lowers?|reduces?|prevents?|fewer|protects? (?:against|from))\s"
    r"(?:the |my |his |her |their )?(?:(?:risk|chance|rate|number)s? of )?$"
)
"""Words right before an illness that is to become rarer."""


def treated(question: Question) -> Question:
    """The question of what treating an illness brings, with those who have it as its people."""
    given = question.having(Role.INTERVENTION)
    if len(given) != 1 or given[0].semantic != "condition" or question.having(Role.POPULATION):
        return question
    at = question.read.lower().find(given[0].text.lower())
    if at < 0 or _TREATING.search(question.read[:at]) is None:
        return question
    people = msgspec.structs.replace(given[0], role=Role.POPULATION)
    return msgspec.structs.replace(
        question,
        concepts=tuple(people if c is given[0] else c for c in question.concepts),
        population=_people(people),
        intervention="",
        intent=Intent.THERAPY if question.intent is Intent.PROGNOSIS else question.intent,
    )


_TREATING: Final = caseless(
    r"\b(?:treat(?:ing|ment of)|managing|management of|drug treatment (?:of|for)) (?:mild |severe )?$"
)


def _people(left: Concept | None) -> str:
    return f"people with {left.text}" if left else ""


_TREATS: Final = caseless(r"\b(?:for|in|treat\w*|help\w*|people with|patients with)\b")


def _treated(question: Question) -> bool:
    """Whether the one complaint that is named is treated after all: `A for pain that is worse at night`."""
    one = question.having(Role.POPULATION)[0]
    at = question.read.lower().find(one.text.lower())
    return _TREATS.search(question.read[max(0, at - 20) : max(0, at)]) is not None


def _compared(concept: Concept, read: str) -> bool:
    if concept.semantic not in ("condition", "symptom") or _PLACED.match(concept.text):
        return False
    for found in re.finditer(re.escape(concept.text), read, re.IGNORECASE):
        before = read[max(0, found.start() - _MOST_BEFORE) : found.start()]
        if _BEFORE.search(before) or _BEHIND.match(read[found.end() :]):
            return True
    return False
