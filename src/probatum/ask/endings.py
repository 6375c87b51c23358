"""Endings: what a question ends in, where that decides what its other words are.

`A versus B in ILLNESS bleeding` counts bleeding, and nobody in it bleeds; `on A, ILLNESS. what can I give` asks about
neither A nor any other drug that it names: they are taken.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.sufferers import GIVEN, having, with_roles
from probatum.ask.taking import with_taken
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

COUNTED: Final = expression(
    r"(?:(?:major|severe|serious|gi|gastrointestinal|intracranial) )?(?:bleed(?:ing|s)?|survival|ha?emorrhages?|deaths?"
    r"|mortality|hospitali[sz]ations?|hospital admissions?|falls|fractures?|hypoglyc(?:a?)emia|hypotension"
    r"|hyperkal(?:a?)emia)",
    re.IGNORECASE,
)
"""What trials count of treatments that are given for something else."""
_RISK: Final = expression(r"\s+(?:risks?|rates?|events?)?\W*$", re.IGNORECASE)
_SUFFERED: Final = expression(
    r"\b(?:and|with|has|have|had|having|after|for|treat\w*|stop\w*|manag\w*|active|in|previous|recent|acute|history of"
    r"|hx(?: of)?)\s+(?:\w+ )?$",
    re.IGNORECASE,
)


def harm_last(question: Question, _: Vocabulary) -> Question:
    """The question with what its last words count as its outcome, where an illness and a treatment stand before."""
    counted = having(question, Role.OUTCOME, "condition")
    ills = [*having(question, Role.POPULATION, "condition", "symptom"), *counted]
    given = having(question, Role.INTERVENTION, "drug", "procedure")
    if len(ills) < 2 or not given or (question.outcome and len(counted) < 2):
        return question
    low = question.read.lower()
    for ill in ills:
        at = low.rfind(ill.text.lower())
        if at < 0 or not COUNTED.fullmatch(ill.text) or _SUFFERED.search(question.read[:at]):
            continue
        if _RISK.match(f"{question.read[at + len(ill.text) :]} "):
            left = [one for one in ills if one is not ill]
            return msgspec.structs.replace(
                question,
                concepts=with_roles(question, dict.fromkeys(left, Role.POPULATION) | {ill: Role.OUTCOME}),
                outcome=ill.label,
                population=f"people with {left[0].label}",
            )
    return question


_WHAT: Final = expression(
    r"\bwhat (?:else )?(?:can|could|should|do|would|shall|to) (?:(?:i|we|you|one|he|she|they|be) )?(?:safely )?"
    r"(?:give|given|use|used|prescribe|take|offer|try|start|have)\b"
    r"|\b(?:which|what) (?:other )?(?:drug|medicine|antibiotic|painkiller|analgesi[ac]|treatment|agent|option)s?\b",
    re.IGNORECASE,
)


def what_to_give(question: Question, _: Vocabulary) -> Question:
    """The question for somebody who takes what stands before `what can I give`, where nothing is named behind it."""
    found = _WHAT.search(question.read)
    drugs = having(question, Role.INTERVENTION, "drug")
    if found is None or question.having(Role.COMPARATOR) or question.intent is not Intent.THERAPY:
        return question
    question = _main(question, found.start())
    if not drugs:
        return question
    low = question.read.lower()
    before = [c for c in drugs if 0 <= low.find(c.text.lower()) < found.start()]
    if len(before) < len(drugs) or not having(question, Role.POPULATION, "condition", "symptom"):
        return question
    if not all(_is_taken(c, question) for c in before):
        return question
    outcome = dict.fromkeys(having(question, Role.OUTCOME, "symptom"), Role.OTHER)
    asked = msgspec.structs.replace(question, concepts=with_roles(question, outcome))
    return msgspec.structs.replace(with_taken(asked, before), intervention="", outcome="")


_MORE: Final = expression(
    r"\b(?:how (?:much|many) (?:more|extra|less|fewer)|any (?:more|extra|less)|more|extra|less|risks? of|rates? of"
    r"|chances? of|causes?|price (?:is|in)|cost in)(?: (?:major|serious|GI|fatal|of|the|a|an))? $",
    re.IGNORECASE,
)
"""What stands before an illness that is counted, and that nobody has."""


def counted_more(question: Question, _: Vocabulary) -> Question:
    """`A and B after a stroke, how much more bleeding`: what there is more of is counted, and is no illness of the
    patient, where another is told."""
    ills = having(question, Role.POPULATION, "condition")
    low = question.read.lower()
    counted = [c for c in ills if COUNTED.fullmatch(c.text) and _MORE.search(low[: max(low.find(c.text.lower()), 0)])]
    left = [c for c in ills if c not in counted]
    if not counted or not left or not having(question, Role.INTERVENTION, *GIVEN):
        return question
    changed = with_roles(question, dict.fromkeys(counted, Role.OUTCOME))
    return msgspec.structs.replace(
        question,
        concepts=changed,
        outcome=question.outcome or counted[0].label,
        population=f"people with {left[0].label}",
    )


_BEST: Final = expression(
    r"^\W*(?:(?:what(?:'s| is| are)?|which(?: is| are)?) )?(?:the )?"
    r"(?:(?:best|first[- ]line|first choice|preferred|safest|usual|most effective|recommended) )?(?:medical |drug )?"
    r"(?:treatments?|therap(?:y|ies)|management|options?|drugs?|medicines?|antibiotics?|painkillers?"
    r"|analgesia|choice) (?:for|of|in)\b",
    re.IGNORECASE,
)


def best_for(question: Question, _: Vocabulary) -> Question:
    """`best treatment for A in somebody on B`: what is taken is told of somebody, and what to give is asked."""
    found = _BEST.match(question.read)
    drugs = having(question, Role.INTERVENTION, *GIVEN)
    taken = {drug.lower() for drug in question.patient.drugs}
    if found is None or not drugs or question.having(Role.COMPARATOR):
        return question
    if not all(c.label.lower() in taken for c in drugs) or not having(
        question, Role.POPULATION, "condition", "symptom"
    ):
        return question
    if any(0 <= question.read.lower().find(c.text.lower()) < found.end() for c in drugs):
        return question
    return msgspec.structs.replace(with_taken(question, drugs), intervention="")


def _main(question: Question, start: int) -> Question:
    """The question about the one illness that is to be treated: that named where it asks, else the first of those that
    are told; the others are the patient's."""
    ills = having(question, Role.POPULATION, "condition", "symptom")
    low = question.read.lower()
    asked = [c for c in ills if low.rfind(c.text.lower()) > start]
    told = [c for c in ills if c not in asked]
    if (
        not told
        or len(ills) < 2
        or len(question.having(Role.INTERVENTION)) > len(having(question, Role.INTERVENTION, "drug"))
    ):
        return question
    kept = asked or sorted(told, key=lambda c: (c.semantic != "condition", low.find(c.text.lower())))[:1]
    joined = [c for c in ills if c not in kept and _beside(question.read, kept[0], c)]
    others = [c for c in ills if c not in kept and c not in joined]
    conditions = tuple(dict.fromkeys((*question.patient.conditions, *(c.label for c in others))))
    return msgspec.structs.replace(
        question,
        concepts=with_roles(question, dict.fromkeys(others, Role.OTHER)),
        patient=msgspec.structs.replace(question.patient, conditions=conditions),
        population=f"people with {kept[0].label}",
    )


_JOINED: Final = expression(r"\W*(?:\w+ )?(?:with|in|and|from|due to)\s+(?:an? |the )?(?:\w+ )?", re.IGNORECASE)


def _beside(text: str, one: Concept, other: Concept) -> bool:
    """Whether an illness is joined to the other as one matter: `a gout flare in kidney disease`."""
    low = text.lower()
    start, end = low.find(one.text.lower()) + len(one.text), low.find(other.text.lower())
    return start <= end and _JOINED.fullmatch(text[start:end]) is not None


_TOLD: Final = expression(r"(?:\bon\b|[,+&/;]|\band\b|\btakes\b|\btaking\b)\s*(?:\d[\w.]* ?(?:mg )?)?$", re.IGNORECASE)


def _is_taken(concept: Concept, question: Question) -> bool:
    """Whether the drug stands in a list of what is told of the patient."""
    at = question.read.lower().find(concept.text.lower())
    return _TOLD.search(question.read[:at]) is not None
