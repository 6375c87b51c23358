"""Again: what is to be kept from coming back is an outcome: `I had a stroke, does it stop another one?` asks about
strokes in people who had one."""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless

_RETURNS: Final = ("recurrence", "recurrences", "relapse")
_NEXT: Final = caseless(
    r"\b(?:another|second|further|new|more|again|recurr\w+|repeat(?:ed)?|next|secondary prevention)\b"
)
_BACK: Final = caseless(r"\bcom(?:e|ing) back\b")
"""With nothing named that is given, what keeps the illness away is asked, and no study is measured by that."""
_MOST_NAMES: Final = 8
_ILL: Final = ("condition", "symptom")


def returning(question: Question) -> Question:
    """The question with the one illness that its people had as the outcome that is to be kept from coming back."""
    outcomes = question.having(Role.OUTCOME)
    if question.intent is not Intent.PREVENTION or any(c.label.lower() not in _RETURNS for c in outcomes):
        return question
    question = _had(question) if outcomes else question
    had = [c for c in question.having(Role.POPULATION) if c.semantic in _ILL]
    if len(had) != 1 or not (outcomes or _told(question)):
        return question
    names = dict.fromkeys((*had[0].synonyms[:_MOST_NAMES], *(n for c in outcomes for n in (c.label, *c.synonyms))))
    again = msgspec.structs.replace(had[0], role=Role.OUTCOME, synonyms=tuple(names))
    kept = tuple(c for c in question.concepts if c not in outcomes)
    return msgspec.structs.replace(question, concepts=(*kept, again), outcome=_said(had[0]))


def _told(question: Question) -> bool:
    given = bool(question.having(Role.INTERVENTION))
    return _NEXT.search(question.typed) is not None or (given and _BACK.search(question.typed) is not None)


def _had(question: Question) -> Question:
    """The question with the one illness it names as that of its people, where it was read as told by the way or, of an
    illness that opens it, as what is given."""
    ill = [c for c in question.concepts if c.semantic in _ILL]
    if len(ill) != 1 or question.having(Role.POPULATION):
        return question
    people = msgspec.structs.replace(ill[0], role=Role.POPULATION)
    concepts = tuple(people if c is ill[0] else c for c in question.concepts)
    given = question.intervention if any(c.role is Role.INTERVENTION for c in concepts) else ""
    return msgspec.structs.replace(
        question, concepts=concepts, population=f"people with {people.text}", intervention=given
    )


def _said(ill: Concept) -> str:
    """The illness as an outcome: `recurrence of stroke`."""
    return f"recurrence of {ill.text if not ill.text[:1].isupper() else ill.label}"
