"""Who is ill, where syntax took the illness, the people or an organ for what is wanted."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.whom import people_alone
from probatum.model import Concept, Question, Role
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

GIVEN: Final = ("drug", "procedure", "test")
"""Kinds of things that are given or done."""


def having(question: Question, role: Role, *semantics: str) -> list[Concept]:
    """The concepts of a question in a role, of these kinds where kinds are given."""
    return [c for c in question.having(role) if not semantics or c.semantic in semantics]


def with_roles(question: Question, changed: dict[Concept, Role]) -> tuple[Concept, ...]:
    """Its concepts with the roles that changed."""
    return tuple(msgspec.structs.replace(c, role=changed.get(c, c.role)) for c in question.concepts)


_OF_ILLNESS: Final = expression(
    r"^(?P<end>(?:all-cause |overall )?(?:deaths?|mortality|dying)) (?:from|due to|because of|caused by|of|in) "
    r"(?P<ill>.+)$",
    re.IGNORECASE,
)


def died_of(question: Question, _: Vocabulary) -> Question:
    """`death from ILLNESS`, where nobody else is named: whoever may die of it has it."""
    said = _OF_ILLNESS.match(question.outcome)
    ill = [c for c in having(question, Role.OUTCOME, "condition") if said and c.text.lower() in said["ill"].lower()]
    if said is None or not ill or question.population:
        return question
    concepts = with_roles(question, dict.fromkeys(ill, Role.POPULATION))
    people = f"people with {said['ill']}"
    return msgspec.structs.replace(question, concepts=concepts, outcome=said["end"], population=people)


def people_helped(question: Question, _: Vocabulary) -> Question:
    """`does A help people over 60`: people are no outcome, and no treatment; a baby to come is no patient."""
    if question.patient.pregnancy and _BABY.match(question.population):
        question = msgspec.structs.replace(question, population="")
    if people_alone(question.intervention) and not having(question, Role.INTERVENTION, *GIVEN):
        told = dict.fromkeys(having(question, Role.INTERVENTION), Role.OTHER)
        question = msgspec.structs.replace(question, intervention="", concepts=with_roles(question, told))
    if question.population or not people_alone(question.outcome):
        return question
    told = {c: Role.OTHER for c in having(question, Role.OUTCOME) if c.text.lower() in question.outcome.lower()}
    concepts = with_roles(question, told)
    return msgspec.structs.replace(question, population=question.outcome, outcome="", concepts=concepts)


_BABY: Final = expression(r"(?:the |my |a |our )?(?:unborn )?(?:baby|babies|infants?|child)\b", re.IGNORECASE)
_DESCRIBES: Final = expression(r"(?:\w+ing|\w+y|\w+ful|\w+ed)", re.IGNORECASE)


def described(question: Question, _: Vocabulary) -> Question:
    """`bleeding piles`, `itchy eczema`: nobody has what only tells of the illness right behind it."""
    low, people = question.read.lower(), question.population
    ill = [c for c in question.concepts if c.semantic in ("condition", "symptom")]
    for told in having(question, Role.POPULATION, "condition", "symptom"):
        behind = next((c for c in ill if f"{told.text} {c.text}".lower() in low), None)
        if (
            behind is not None
            and _DESCRIBES.fullmatch(told.text)
            and people[len("people with ") :] in (told.label, told.text)
        ):
            concepts = with_roles(question, {told: Role.OTHER, behind: Role.POPULATION})
            return msgspec.structs.replace(question, concepts=concepts, population=f"people with {behind.label}")
    return question


_HELPS: Final = expression(r"\b(?:help\w*|work\w*|use(?:d|ful)?|good|effective|indicated|treat\w*)\b", re.IGNORECASE)


def ill_twice(question: Question, _: Vocabulary) -> Question:
    """`does A help in ILLNESS with ILLNESS`: who has the one has the other, and both are whom it is about."""
    first = [c for c in having(question, Role.OUTCOME, "condition") if c.text.lower() == question.outcome.lower()]
    people = having(question, Role.POPULATION, "condition")
    low = question.read.lower()
    at = low.find(first[0].text.lower()) if len(first) == 1 and people else -1
    between = low[at + len(first[0].text) :].strip() if at >= 0 else ""
    if not between.startswith(f"with {people[0].text.lower()}" if people else "?") or not _HELPS.search(low[:at]):
        return question
    words = f"people with {first[0].text} with {people[0].text}"
    concepts = with_roles(question, {first[0]: Role.POPULATION})
    return msgspec.structs.replace(question, outcome="", population=words, concepts=concepts)


_BESIDE: Final = expression(r"(?:^|\s)(?:and|with|plus|but|who|keeps?|has|had|having|[,;])\s+(?:\w+ )?$", re.IGNORECASE)


def told_beside(question: Question, _: Vocabulary) -> Question:
    """`AF and falls`, `keeps falling`: what somebody has besides is told of him, and nobody asks what becomes of it."""
    people, given = having(question, Role.POPULATION, "condition"), having(question, Role.INTERVENTION, *GIVEN)
    felt = having(question, Role.OUTCOME, "symptom")
    if not people or not given or len(felt) != 1 or not _ASKED_APART.search(question.read):
        return question
    low = question.read.lower()
    at, ill = low.find(felt[0].text.lower()), low.find(people[0].text.lower())
    if not 0 <= ill < at or not _BESIDE.search(low[ill + len(people[0].text) : at]):
        return question
    patient = msgspec.structs.replace(
        question.patient, conditions=tuple(dict.fromkeys((*question.patient.conditions, felt[0].label)))
    )
    concepts = with_roles(question, {felt[0]: Role.OTHER})
    return msgspec.structs.replace(question, outcome="", concepts=concepts, patient=patient)


_ASKED_APART: Final = expression(
    r"[,;.]\s*(?:(?:so|and|what|which) )*(?:should|can|is|are|would|does|do|will|what|which|how|[\w-]+ or [\w-]+)\b",
    re.IGNORECASE,
)
"""A tale, and the question behind it."""
_ORGANS: Final = expression(
    r"(?:the )?(?:heart|brain|liver|kidneys?|lungs?|skin|eyes?|bones?|joints?|gut|stomach|bowels?|prostate|thyroid)"
    r"(?: health)?",
    re.IGNORECASE,
)


def organ(question: Question, _: Vocabulary) -> Question:
    """`A for the heart` asks about A: an organ is no outcome."""
    if not _ORGANS.fullmatch(question.outcome) or not having(question, Role.INTERVENTION, *GIVEN):
        return question
    concepts = with_roles(question, dict.fromkeys(having(question, Role.OUTCOME), Role.OTHER))
    return msgspec.structs.replace(question, outcome="", concepts=concepts)


_PROSTHESES: Final = "E07.695"
"""MeSH tree of prostheses and implants."""


def wearing(question: Question, vocabulary: Vocabulary) -> Question:
    """`dabigatran with a heart valve prosthesis`: what somebody bears in the body says who they are, beside what else
    does."""
    worn = [
        c
        for c in (*having(question, Role.OTHER), *having(question, Role.INTERVENTION))
        if not c.semantic and (term := vocabulary.term(c.id)) and any(t.startswith(_PROSTHESES) for t in term.trees)
    ]
    if not worn:
        return question
    given = having(question, Role.INTERVENTION, *GIVEN)
    if not given:
        return question
    words = _WORN.sub("", question.intervention) or question.intervention
    people = question.population or "people"
    told = [c.text for c in worn if c.text.lower() not in people.lower()]
    who = " and ".join((people, *told)) if question.population else f"people with {' and '.join(told)}"
    concepts = with_roles(question, dict.fromkeys(worn, Role.POPULATION))
    return msgspec.structs.replace(question, concepts=concepts, population=who, intervention=words)


_WORN: Final = expression(
    r" (?:with|in|after|for|on) (?:an? |the )?(?:[\w-]+ ){0,3}(?:prosthes[ie]s|valves?|implants?)$", re.I
)
