"""Illnesses: what each illness of a question about somebody plays, decided once, and whom they make of the people.

Of somebody who is told of, every illness is had (`minocycline for acne in 16yo with epilepsy on A`: acne and epilepsy)
but what is to be prevented, feared or counted, and what a test is to tell. A part whose words run on into what is told
of the patient is named by its illnesses, which the words hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.ask.people.allergies import allergic
from probatum.ask.people.sufferers import GIVEN, having, with_roles
from probatum.ask.people.whom import absent, is_complaint
from probatum.ask.pico.clauses import sentences
from probatum.ask.pico.frames import PEOPLE
from probatum.ask.words.concepts import make
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

_ILL: Final = ("condition", "symptom")
_OF_HARM: Final = (Intent.HARM, Intent.MECHANISM)
_HAD_IN: Final = (Intent.THERAPY, Intent.DOSING, Intent.INTERACTION, Intent.PREVENTION, *_OF_HARM)
MOST_ILL: Final = 3
"""Illnesses by which people are named; the others are told of them."""
_FEARED: Final = expression(
    r"\b(?:prevent\w*|avoid\w*|reduc\w+|lower(?:s|ed|ing)|protect\w*|stop(?:s|ping)?|cut(?:s|ting)?|risks? of"
    r"|risk factors? for|chances? of|rates? of|odds of|caus\w+|bring\w* on|lead\w* to|trigger\w*|make\w*|rule out"
    r"|ruling out|increas\w+|rais\w+|worsen\w*|against|prophylaxis (?:for|of|against)|due to|side[- ]effects?"
    r"|from (?:the|his|her|my) \w+|screen\w* for|scared of|afraid of|worried about|get(?:ting)?|catch(?:ing)?|another"
    r"|next|safe (?:from|after)|slow\w*)"
    r"(?: (?:of|the|an?|my|his|her|him|me|them|you|another|more|further|any|some|future"
    r"|recurrent|new|serious|major))* *$",
    re.IGNORECASE,
)
"""What stands before an illness that is to be prevented, feared or counted."""
_TO_PREVENT: Final = expression(
    r"\b(?:prevent\w*|avoid\w*|reduc\w+|protect\w*|lower(?:s|ing)|stop(?:s|ping)?|risks?|rates?)\b[^.?;,]{0,40}$",
    re.IGNORECASE,
)
"""The same, with words between, of what syntax took for what is wanted."""
_BROUGHT: Final = expression(
    r"\b(?:caus(?:e|es|ed|ing)|bring(?:s|ing)? on|lead(?:s|ing)? to|trigger(?:s|ed|ing)?)"
    r"(?: (?:an?|the|my|her|his))* $",
    re.IGNORECASE,
)
"""What stands before an illness that a treatment brings."""
_BEHIND: Final = expression(
    r"[\s-]*(?:risks?|rates?|price|costs?|harms?|figures?|events?|complications?|benefits?|prevention|prophylaxis|mortality|deaths?|recurrence|relapse|incidence|screening|protection"
    r"|progression|severity)\b",
    re.IGNORECASE,
)
_KIN: Final = expression(
    r"(?:\b(?:i|i'm|im|me|year old \w+)\b[^;]{0,120}|^.{0,120}\d[^;]{0,60})"
    r"\b(?:brother|sister|mum|mom|mother|dad|father|uncle|aunt|gran\w*|cousin|family)(?:'s)?"
    r" (?:has|had|got|died of|died from|with|hx|history)\b[^.;?]*$",
    re.IGNORECASE,
)
"""An illness of the kin, where somebody else was told of before."""
_PERSON: Final = expression(r"\b\d{1,3} years?\b|\b\d{1,2} (?:months?|weeks?|days?)\b")
_RUNS: Final = expression(
    r"[,;?!()]|[.:]\s|\d(?! ?(?:years?|months?|weeks?|days?)\b|[- ]year)"
    r"|\b(?:on|i|i'm|im|he|she|they|my|his|her|w|now|ago|ok|yrs?|awful|only|still|who (?:is|takes)|does|do|is it"
    r"|and has|while|when|if|pts?|patient has|e?GFR"
    r"|BMI|creat\w*|weighs?)\b",
    re.IGNORECASE,
)
"""What shows that the words of a part run on into what is told of somebody."""
_NUMBERED: Final = expression(
    r"\b(?:type|stage|grade|class|CKD|over|under|above|below|aged?|older than|G|N)[- ]?\d+[ab]?\b", re.I
)
_GROUP: Final = expression(
    rf"^(?:(?!\d)[\w-]+ ){{0,2}}{PEOPLE}\b(?: (?:over|under|aged?|older than|above|below) \d+(?: years)?)?",
    re.IGNORECASE,
)


def settled(question: Question, vocabulary: Vocabulary) -> Question:
    """The question with every illness in its part, and parts that run on named by what they hold."""
    question, reactions = allergic(question)
    return _died(_named(_had(_taken(question), reactions)), vocabulary)


_BECOMES: Final = expression(
    r"\b(?:re-?start|resume|stop|hold|withhold|continue|carry on|back on)(?:ed|ing|ped|ping|s)?\b", re.IGNORECASE
)
"""Words of a question on what becomes of what is taken."""


def _taken(question: Question) -> Question:
    """`ILLNESS on A, when to restart` asks about A, where syntax took the illness for a treatment."""
    ill = having(question, Role.INTERVENTION, *_ILL)
    drugs = [c for c in having(question, Role.OTHER, "drug") if c.label in question.patient.drugs]
    if not ill or not drugs or having(question, Role.INTERVENTION, *GIVEN) or not _BECOMES.search(question.read):
        return question
    changed = dict.fromkeys(ill, Role.POPULATION) | dict.fromkeys(drugs, Role.INTERVENTION)
    words = " and ".join(c.text for c in drugs)
    return msgspec.structs.replace(question, concepts=with_roles(question, changed), intervention=words)


_DIES: Final = expression(r"\s+(?P<end>mortality|deaths?|survival)\b", re.IGNORECASE)


def _died(question: Question, vocabulary: Vocabulary) -> Question:
    """`sepsis mortality`: sepsis is had, and mortality is counted."""
    low = question.read.lower()
    for ill in having(question, Role.OUTCOME, *_ILL):
        found = _DIES.match(question.read, low.find(ill.text.lower()) + len(ill.text))
        if found is None or ill.text.lower() not in question.outcome.lower():
            continue
        wanted = found["end"].lower()
        term = next(iter(vocabulary.lookup(wanted)), None)
        concepts = (*with_roles(question, {ill: Role.POPULATION}), make(wanted, term, Role.OUTCOME, vocabulary))
        given = having(question, Role.INTERVENTION, "drug", "procedure")
        intent = Intent.THERAPY if given and question.intent is Intent.PROGNOSIS else question.intent
        people = question.population or f"people with {ill.label}"
        return msgspec.structs.replace(question, concepts=concepts, outcome=wanted, population=people, intent=intent)
    return question


def _had(question: Question, reactions: Sequence[Concept]) -> Question:
    """Illnesses of somebody that syntax or chance took for what is wanted, or for nothing, are had."""
    given = [c for role in (Role.INTERVENTION, Role.COMPARATOR) for c in having(question, role, *GIVEN)]
    if question.intent not in _HAD_IN or not given:
        return question
    somebody, low = _of_somebody(question), question.read.lower()
    gone = absent(question.concepts, question.read)
    changed: dict[Concept, Role] = {}
    held = having(question, Role.POPULATION, "condition")
    for concept in question.concepts:
        if concept.semantic not in _ILL or concept in gone or not is_complaint(concept) or concept in reactions:
            continue
        unsaid = concept.role is Role.OUTCOME and concept.text.lower() not in question.outcome.lower()
        for_it = _FOR.search(low[: max(0, low.find(concept.text.lower()))])
        brought = concept.role is Role.POPULATION and _BROUGHT.search(low[: max(0, low.find(concept.text.lower()))])
        if not (somebody or for_it or unsaid or brought):
            continue
        told = concept.semantic == "condition"
        if _is_feared(question, concept):
            moves = concept.role is Role.POPULATION and (brought or not _is_only(question, concept))
            changed |= {concept: Role.OUTCOME} if moves else {}
        elif (concept.role is Role.OTHER and told) or (
            concept.role is Role.OUTCOME and question.intent not in _OF_HARM and (told or not held or not for_it)
        ):
            changed[concept] = Role.POPULATION
    if not changed:
        return question
    outcome = question.outcome
    moved = [c for c, role in changed.items() if role is Role.POPULATION]
    if any(c.text.lower() in outcome.lower() for c in moved):
        outcome = ""
    feared = [c for c, role in changed.items() if role is Role.OUTCOME]
    outcome = outcome or (feared[0].label if feared else "")
    concepts = with_roles(question, changed)
    people = _people(question, concepts)
    return msgspec.structs.replace(question, concepts=concepts, outcome=outcome, population=people)


def _of_somebody(question: Question) -> bool:
    """Whether one person is told of, and not a group."""
    patient = question.patient
    told = _PERSON.search(patient.age) or patient.drugs or patient.kidney or patient.weight or patient.allergies
    return bool(told) or len(sentences(question.read)) > 1


def _is_only(question: Question, concept: Concept) -> bool:
    return having(question, Role.POPULATION, *_ILL) == [concept] and not having(question, Role.OTHER, "condition")


def _is_feared(question: Question, concept: Concept) -> bool:
    """Whether it may come, and nobody has it."""
    low = question.read.lower()
    at = low.find(concept.text.lower())
    if at < 0:
        return True
    behind = low[at + len(concept.text) :]
    if concept.role is Role.OUTCOME and _TO_PREVENT.search(low[:at]):
        return True
    if any(low[:at].rstrip(" -").endswith(c.text.lower()) for c in having(question, Role.OTHER, "drug")):
        return True  # `SSRI sexual dysfunction`: the drug brings it
    return bool(_FEARED.search(low[:at]) or _BEHIND.match(behind) or _KIN.search(low[:at]))


def _people(question: Question, concepts: tuple[Concept, ...]) -> str:
    """Whom it is about, by the illnesses that are had; what the treatment is for goes first."""
    ill = [c for c in concepts if c.role is Role.POPULATION and c.semantic in _ILL]
    low = question.read.lower()
    ill.sort(
        key=lambda c: (
            c.semantic != "condition",
            not _FOR.search(low[: max(0, low.find(c.text.lower()))]),
            low.find(c.text.lower()),
        )
    )
    group = _GROUP.match(question.population)
    bare = group and not any(c.text.lower() in group[0].lower() for c in ill)
    who = group[0] if group and bare and not _ONE.search(group[0]) and group[0] != "people" else "people"
    said = question.population.lower()
    names = list(dict.fromkeys(c.text if c.text.lower() in said else c.label for c in ill))[:MOST_ILL]
    if not names:
        return "" if who == "people" else who
    return f"{who} with {' and '.join(names)}"


_FOR: Final = expression(r"\b(?:for|treat\w*) (?:(?!in |with |on |after |of |and |or )[\w-]+ ){0,5}$", re.IGNORECASE)
_CARER: Final = expression(r"care(?:r|rs|givers?)", re.IGNORECASE)
_ONE: Final = expression(
    r"\b(?:man|woman|boy|girl|child|patient|person|lady|gentleman|male|female|infant|baby|bloke|fella|chap|lad|someone"
    r"|somebody|kid|caregivers?|carers?)$",
    re.IGNORECASE,
)


def _named(question: Question) -> Question:
    """Parts that run on into what is told of the patient, named by the illnesses that they hold."""
    people, outcome = question.population, question.outcome
    given = having(question, Role.INTERVENTION, "drug")
    named = [*given, *(c for c in having(question, Role.POPULATION, *_ILL) if people.lower().count(c.text.lower()) > 1)]
    one = _ONE.fullmatch(people) and (having(question, Role.POPULATION, *_ILL) or _CARER.fullmatch(people))
    runs = _RUNS.search(_NUMBERED.sub("", people)) or one
    if people and (runs or any(c.text.lower() in people.lower() for c in named)):
        people = _people(question, question.concepts)
    if outcome and _RUNS.search(outcome):
        known = [c for c in having(question, Role.OUTCOME) if c.id and c.semantic not in GIVEN]
        head = _ENDS.sub("", _RUNS.split(outcome)[0].strip(" ,.;:-"))
        if not 0 < len(head.split()) <= MOST_WORDS or (
            known and not any(c.text.lower() in head.lower() for c in known)
        ):
            head = " and ".join(dict.fromkeys(c.label for c in known[:2]))
        kept = tuple(c for c in question.concepts if c.id or c.role is not Role.OUTCOME)
        question, outcome = msgspec.structs.replace(question, concepts=kept), _GOAL.sub("", head)
    outcome = _CAUGHT.sub("", outcome)
    had = having(question, Role.POPULATION, *_ILL)
    if any(outcome.lower() in (c.text.lower(), c.label.lower()) for c in had):
        outcome = ""
    wanted = [c for c in having(question, Role.OUTCOME, *_ILL) if given and _is_feared(question, c)]
    if not had and any(people in (f"people with {c.label}", f"people with {c.text}") for c in wanted):
        people = ""
    aside = [c for c in having(question, Role.POPULATION, "drug") if given or c.label in question.patient.drugs]
    aside += [c for c in having(question, Role.OUTCOME, "drug") if given and c.text.lower() not in outcome.lower()]
    concepts = with_roles(question, dict.fromkeys(aside, Role.OTHER))
    return msgspec.structs.replace(question, concepts=concepts, population=people, outcome=outcome)


_CAUGHT: Final = expression(
    r"^(?:(?:me|him|her|them|us|you|people|my \w+) (?:from )?)?(?:catching|getting|having|developing) (?:it$)?",
    re.IGNORECASE,
)
"""`stop me catching colds`: colds are to be prevented."""
_GOAL: Final = expression(r"\s+(?:prevention|prophylaxis)$", re.IGNORECASE)
MOST_WORDS: Final = 4
_ENDS: Final = expression(r"(?: (?:of|in|for|and|or|with|at|to|from|by|the|an?|is|be))+$", re.IGNORECASE)
