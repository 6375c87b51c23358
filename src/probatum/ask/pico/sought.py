"""Sought: a complaint is told, and then what may be taken for it is asked, `heartburn at 34 weeks, what can I take`.

The complaint is what somebody has, and no outcome of anything; of whoever is pregnant or feeds a baby a treatment is
sought all the same, and no harm of one.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import having, with_roles
from probatum.model import Intent, Question, Role
from probatum.text.expressions import caseless

_ILL: Final = ("symptom", "condition")
_GIVEN: Final = ("drug", "procedure")
_SEEKS: Final = caseless(
    r"\bwhat (?:can|could|should|may|do|would) (?:i|we|she|he|you|they|my \w+)(?: safely)?"
    r" (?:take|have|give|use|get|buy)\b"
    r"|\bwh(?:at|ich) (?:medicines?|medication|tablets?|remed(?:y|ies)|drugs?|pills?|painkillers?) (?:is|are|can|should"
    r"|helps?|works?|may)\b|\bwhat(?:['’]s| is| are)? (?:safe|best|good|allowed)\b|\bwhat (?:helps|works)\b"
    r"|\banything (?:i|she|he|we) can (?:take|have|use)\b"
)


def sought(question: Question) -> Question:
    """The question with what was told as the illness to treat; as it was where a treatment is named, or none sought."""
    asks = _SEEKS.search(question.read)
    if question.danger or asks is None or question.having(Role.POPULATION):
        return question
    if question.intent not in (Intent.THERAPY, Intent.HARM):
        return question
    if any(c.semantic in _GIVEN and c.role in (Role.INTERVENTION, Role.COMPARATOR) for c in question.concepts):
        return question
    before = question.read[: asks.start()].lower()  # what stands behind is read by its own words: `take for B`
    told = [c for kind in _ILL for c in having(question, Role.OUTCOME, kind) if c.text.lower() in before]
    if not told:
        return question
    first = min(told, key=lambda c: before.find(c.text.lower()))
    made = with_roles(question, {first: Role.POPULATION})
    return msgspec.structs.replace(
        question,
        concepts=made,
        population=question.population or f"people with {first.text.lower()}",
        outcome="" if question.outcome.lower() == first.text.lower() else question.outcome,
        intent=Intent.THERAPY,
    )
