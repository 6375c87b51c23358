"""Endings: what a question ends in, where that decides what its other words are.

`A versus B in ILLNESS bleeding` counts bleeding, and nobody in it bleeds.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import GIVEN, having, with_roles
from probatum.model import Question, Role
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
