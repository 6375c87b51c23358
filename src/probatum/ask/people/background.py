"""Background: an illness for which a medicine is taken that nobody asks about.

`takes omeprazole for reflux and has cystitis, which antibiotic`: whoever is asked about has cystitis. What the medicine
is for is told of them, as the medicine is.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import GIVEN, having, with_roles
from probatum.ask.people.whom import absent, is_complaint
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless

_TAKES: Final = caseless(r"\b(?:on|takes?|taking|uses?|using|had been on|has been on) (?:\w+ )?$")
_FOR: Final = caseless(
    r"(?: \d[\d.]* ?(?:mg|mcg|g|micrograms?))?(?: (?:once|twice|daily|weekly|od|bd|a day|a week)){0,2} for"
    r" (?:(?:my|his|her|their|the|an?) )?(?:[\w-]+ )?"
)
"""What stands between a medicine and what it is taken for."""
_INSTEAD: Final = caseless(
    r"\b(?:what|which)(?: (?:else|other))? (?:\w+ ){0,3}(?:instead|in its place|in place of (?:it|this|that))\b"
)
_ILL: Final = ("condition", "symptom")


def aside(question: Question) -> Question:
    """The question with what a medicine is taken for told of the patient, where something else is asked about."""
    behind = [ill for ill in question.concepts if ill.semantic in _ILL and _taken_for(ill, question)]
    if not behind:
        return _instead(question)
    gone = absent(question.concepts, question.read)
    others = [c for c in question.concepts if c.semantic in _ILL and c not in (*behind, *gone) and is_complaint(c)]
    had = [c for c in others if c.role is Role.POPULATION]
    told = had or [c for c in others if c.role is Role.OTHER and c.semantic == "condition"][:1]
    open_ = not having(question, Role.INTERVENTION, *GIVEN)
    if not told and open_ and question.intent is Intent.THERAPY:  # what to do about it is asked, and not what it does
        told = [c for c in others if c.role is Role.OUTCOME]
    if not told and question.intent is not Intent.INTERACTION:
        return _instead(question)
    changed = dict.fromkeys(behind, Role.OTHER) | dict.fromkeys(told, Role.POPULATION)
    conditions = dict.fromkeys((*question.patient.conditions, *(c.label for c in behind)))
    kept = tuple(name for name in conditions if name not in {c.label for c in told})
    return _instead(
        msgspec.structs.replace(
            question,
            concepts=with_roles(question, changed),
            population=f"people with {' and '.join(c.text for c in told)}" if told else "",
            intervention="" if open_ and not question.having(Role.INTERVENTION) else question.intervention,
            outcome="" if any(c.role is Role.OUTCOME for c in told) else question.outcome,
            patient=msgspec.structs.replace(question.patient, conditions=kept),
        )
    )


def _taken_for(ill: Concept, question: Question) -> bool:
    """Whether the illness is that for which a medicine is taken of which nothing is asked."""
    low = question.read.lower()
    start = low.find(ill.text.lower())
    asked = having(question, Role.INTERVENTION, *GIVEN)
    for drug in (c for c in question.concepts if c.semantic == "drug" and c.label in question.patient.drugs):
        at = low.find(drug.text.lower())
        end = at + len(drug.text)
        alone = drug in asked and len(asked) == 1
        if 0 <= at < end <= start and not alone and _TAKES.search(low[:at]) and _FOR.fullmatch(low[end:start]):
            return True
    return False


def _instead(question: Question) -> Question:
    """`got A for an illness: which antibiotic instead`: what is asked for is the antibiotic, in the place of A."""
    found = _INSTEAD.search(question.read)
    given = having(question, Role.INTERVENTION, "drug")
    if found is None or len(given) != 1 or question.having(Role.COMPARATOR):
        return question
    low = found[0].lower()
    wanted = [c for c in having(question, Role.OTHER, "drug") if c.text.lower() in low]
    if len(wanted) != 1 or given[0].text.lower() in low:
        return question
    concepts = with_roles(question, {given[0]: Role.COMPARATOR, wanted[0]: Role.INTERVENTION})
    return msgspec.structs.replace(
        question, concepts=concepts, intervention=wanted[0].text, comparator=given[0].text, intent=Intent.THERAPY
    )
