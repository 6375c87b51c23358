"""Counted outcomes: what trials count, by the names under which they do, where a question names it in passing.

`A in gravel: recurrence and major bleeding` asks for two outcomes, and `cardiovascular death` is not just death.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary.outcomes import names_of

_COUNTED: Final = caseless(
    r"\b(?:(?:major (?:adverse )?)?(?:cardiovascular|coronary|vascular) events?|(?:cardiovascular|cardiac|vascular"
    r"|sudden|maternal|neonatal) (?:deaths?|mortality)|(?:all-cause )?mortality|deaths?|survival|recurrences?|relapses?"
    r"|hospitali[sz]ations?|hospital admissions?|readmissions?|quality of life)\b"
)
_NOT_ASKED: Final = caseless(
    r"\b(?:after|since|previous|prior|past|history of|with|following|from|in|of|for|recent|last|\d)\s"
    r"(?:(?:a|an|the|her|his|my|two|three|several|recent|first|second)\s)?$"
)
"""Words before it that tell what befell people before, or what was named for something else."""
_KINDS: Final = (Intent.THERAPY, Intent.PREVENTION)
_MOST: Final = 3


def named(question: Question) -> Question:
    """The question with the outcomes that it names and that no concept stands for yet."""
    if question.intent not in _KINDS or not question.having(Role.INTERVENTION):
        return question
    made, concepts = 0, list(question.concepts)
    for found in _COUNTED.finditer(question.read):
        inside = [c for c in concepts if _inside(c, found[0])]
        within = [c for c in concepts if c not in inside and found[0].lower() in c.text.lower()]
        outcomes = [c for c in inside if c.role is Role.OUTCOME]
        if within or any(c.role is not Role.OUTCOME for c in inside) or made == _MOST:
            continue
        if outcomes and outcomes[0].text.lower() == found[0].lower():
            continue
        if not outcomes and (_NOT_ASKED.search(question.read[: found.start()]) or _said(question, found[0])):
            continue
        one = Concept(text=found[0], label=found[0].lower(), role=Role.OUTCOME, synonyms=names_of(found[0]))
        concepts = [c for c in concepts if c not in outcomes] + [one]
        if any(question.outcome.lower() in (c.text.lower(), c.label.lower()) for c in outcomes):
            question = msgspec.structs.replace(question, outcome=one.label)
        made += 1
    if not made:
        return question
    first = next(c for c in concepts if c.role is Role.OUTCOME)
    return msgspec.structs.replace(question, concepts=tuple(concepts), outcome=question.outcome or first.label)


def _inside(concept: Concept, name: str) -> bool:
    return re.search(rf"\b{re.escape(concept.text)}\b", name, re.IGNORECASE) is not None


def _said(question: Question, name: str) -> bool:
    """Whether the outcome, the people or the treatment in their own words name it already."""
    told = f"{question.outcome} {question.population} {question.intervention}".lower()
    return name.lower() in told
