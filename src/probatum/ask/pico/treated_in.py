"""Treated in: of `A treatment in somebody with B`, and of `A in a B-ic man`, A is treated, and B is had besides.

Read the other way round, what is given for B was told of people who asked about A: a medicine for diabetes, where the
blood pressure of a diabetic was asked about.
"""

from __future__ import annotations

import itertools
import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import GIVEN, having, with_roles
from probatum.ask.people.whom import is_complaint
from probatum.ask.pico.frames import PEOPLE
from probatum.model import Concept, Intent, Question, Role
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_CARE: Final = caseless(
    r"(?: (?:(?:drug|first[- ]line|medical|acute|long[- ]term|initial|best|symptom) )*"
    r"(?:treatments?|management|therapy|medications?|medicines?|drugs?|options?|pharmacotherapy|control|prophylaxis))"
    r"(?: (?:options?|plan|choices?|of choice|strategy))? (?:in|for|with)\b"
)
"""What stands behind the illness that is treated, and before those who have another."""
_AMONG: Final = caseless(
    r"(?: (?:flares?|attacks?|pain))?,? in (?:(?!people|patients|those|with|and|or|who)[\w-]+ ){0,4}"
)
_PERSON: Final = caseless(rf"(?: ?\d{{1,3}}[- ]?(?:year|yr|y)s?(?:[- ]old)?| \w+)?[ -](?:{PEOPLE})\b")
_NAMED_SO: Final = caseless(r"[\w-]+(?:ic|ics|ive|ives|ese|iac|iacs|ed)")
"""Words by which somebody is called after an illness: `diabetic`, `hypertensive`, `obese`."""
_ARTICLE: Final = caseless(r"\b(?:an?|the|this|my|our|every|any) (?:[\w-]+ ){0,3}$")
_ASKED: Final = (Intent.THERAPY, Intent.PREVENTION, Intent.DOSING)


def told(question: Question, _: Vocabulary) -> Question:
    """The question with the illness that is treated as whom it is about, and the other told of them."""
    if question.intent not in _ASKED or having(question, Role.COMPARATOR, *GIVEN):
        return question
    ills = [c for c in question.concepts if c.semantic in ("condition", "symptom") and is_complaint(c)]
    placed = sorted(((at, c) for c in ills if (at := _at(c, question.read)) >= 0), key=_place)
    for (start, one), (behind, other) in itertools.pairwise(placed):
        between = question.read[start + len(one.text) : behind]
        if _kin(one, other):
            continue
        if _cared(between) or _called(between, behind, other, question.read):
            return _settled(question, one, other)
        if between == " " and _NAMED_SO.fullmatch(one.text):  # `diabetic macular oedema`
            return _settled(question, other, one)
    return question


def _place(one: tuple[int, Concept]) -> int:
    return one[0]


def _cared(between: str) -> bool:
    """Whether it is the treatment of the first illness that is sought, in people who have the other."""
    return _CARE.match(between) is not None


def _called(between: str, at: int, other: Concept, read: str) -> bool:
    """Whether somebody who has the first illness is called after the other: `in a diabetic man`, `in an asthmatic`."""
    if not _AMONG.fullmatch(between) or not _NAMED_SO.fullmatch(other.text):
        return False
    rest = read[at + len(other.text) :]
    alone = _ARTICLE.search(read[:at]) and re.match(r"\s*(?:$|[?.,;:!]|who\b|on\b|with\b)", rest)
    return bool(alone) or _PERSON.match(rest) is not None


def _settled(question: Question, one: Concept, other: Concept) -> Question:
    changed: dict[Concept, Role] = {one: Role.POPULATION, other: Role.OTHER}
    kept = (name for name in question.patient.conditions if name != one.label)
    had = tuple(dict.fromkeys((*kept, other.label)))
    wanted = question.outcome.lower()
    also = [c.text for c in question.having(Role.POPULATION) if c not in changed and c.semantic == "condition"]
    return msgspec.structs.replace(
        question,
        concepts=with_roles(question, changed),
        population=f"people with {' and '.join((one.text.lower() if one.label.islower() else one.text, *also))}",
        outcome="" if one.text.lower() in wanted or other.text.lower() in wanted else question.outcome,
        intervention=_without_care(question, one),
        patient=msgspec.structs.replace(question.patient, conditions=had),
    )


def _without_care(question: Question, one: Concept) -> str:
    """What is given, without `treatment of A`, which names nothing."""
    named = having(question, Role.INTERVENTION, *GIVEN)
    return question.intervention if named and one.text.lower() not in question.intervention.lower() else ""


def _kin(one: Concept, other: Concept) -> bool:
    """Whether one is a kind of the other, or a part of its name."""
    up = {name.lower() for name in (*one.broader, one.label)}
    down = {name.lower() for name in (*other.broader, other.label)}
    return (
        one.label.lower() in down
        or other.label.lower() in up
        or bool(words.stems(one.label) & words.stems(other.label))
    )


def _at(concept: Concept, read: str) -> int:
    found = re.search(rf"\b{re.escape(concept.text)}\b", read, re.IGNORECASE)
    return found.start() if found else -1
