"""Taken alone: of somebody who takes one medicine its harms, checks or doses are asked: `she is on A, what side effects
should I look for?` asks about A, which is taken, and about nothing that is to be given."""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text import watching
from probatum.text.expressions import caseless

_HARMS: Final = caseless(
    r"adverse (?:drug )?(?:events?|effects?|reactions?)|side[- ]effects?|drug[- ]related side effects?.*"
)
_ASKED: Final = (Intent.HARM, Intent.DOSING)
_DO: Final = caseless(
    r"\bwhat (?:should|shall|do|can|must|to|needs to) (?:(?:i|we|you|one|be) )?(?:do|done)\b(?! (?:about|for) )"
    r"|\bwhat(?:'s| is)? (?:now|next)\b|\bnext steps?\b|\bhow (?:do|should|to) (?:(?:i|we) )?manage\b"
)
"""Words that ask what to do, and name no illness for it."""
_DENIED: Final = caseless(
    r"\b(?:no(?: signs? of)?|not|nil|without|(?:is|are|was)n['’]?t|denie[sd])(?: (?:any|active|currently))? $"
)


def asked(question: Question) -> Question:
    """The question about the one medicine that is taken, where it names no treatment and no outcome besides."""
    if question.having(Role.INTERVENTION) or question.intervention or question.danger:
        return question
    with_child = question.patient.pregnancy not in ("", "not pregnant") or question.patient.breastfeeding
    asks = question.intent in _ASKED or watching.asks(question.read) or _out_of_range(question)
    if not (asks or with_child):  # `trying for a baby on A`: what A does to a child is asked
        return question
    taken = {drug.casefold() for drug in question.patient.drugs}
    drugs = [c for c in question.concepts if c.semantic == "drug"]
    own = [c for c in drugs if {c.label.casefold(), c.text.casefold()} & taken]
    if len(own) != 1 or len({c.label for c in drugs}) != 1:
        return question
    harms = [c for c in question.concepts if _HARMS.fullmatch(c.label) or _HARMS.fullmatch(c.text)]
    roles: dict[Concept, Role] = dict.fromkeys(own, Role.INTERVENTION)
    concepts = tuple(c for c in with_roles(question, roles) if not any(c.label == h.label for h in harms))
    ill = [c.text for c in concepts if c.role is Role.POPULATION and c.semantic in ("condition", "symptom")]
    people = f"people with {' and '.join(ill)}" if ill and harms else "" if harms else question.population
    outcome = "" if any(h.text.casefold() in question.outcome.casefold() for h in harms) else question.outcome
    return msgspec.structs.replace(
        question, concepts=concepts, intervention=own[0].text, population=people, outcome=outcome
    )


def _out_of_range(question: Question) -> bool:
    """Whether a value is told and asked about alone: `on A, INR 6.5, not bleeding, what should I do?`."""
    if not question.patient.values or not _DO.search(question.read):
        return False
    low = question.read.lower()
    ill = [c.text.lower() for c in question.concepts if c.semantic in ("condition", "symptom")]
    return all(_DENIED.search(low[: max(low.find(name), 0)]) for name in ill)
