"""As brought: a complaint of somebody who takes a medicine whose label names that very complaint, where it is asked
what is to be done about it.

`on simvastatin, muscle pain, what should I do` read as a complaint to be treated was answered with a painkiller; what
the label says of it comes first. Said so, so that it can be corrected.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum import apply
from probatum.apply import fitting
from probatum.ask.people.sufferers import GIVEN
from probatum.model import Assumption, Concept, Directive, DirectiveAction, Intent, Question, RecordKind, Role
from probatum.text.expressions import caseless

BROUGHT: Final = "brought"
"""The kind of the assumption."""
_WHAT_TO_DO: Final = caseless(
    r"\bwhat (?:should|can|do|must|shall|to|would)(?: (?:i|we|he|she|they|you|one|my \w+|the \w+))? (?:do|be done)\b"
    r"|\bwhat (?:now|next)\b|\bnow what\b|\b(?:how to |how do i )?manage(?:ment)?\b|\bto be done\b"
)
_TREATS: Final = caseless(r"\b(?:give|take|use|treat\w*|prescribe|painkillers?|analgesics?|best|which|remed\w+)\b")
"""Words that ask for something to be given for it."""
_TELLS: Final = (
    DirectiveAction.STOP,
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.CAUTION,
    DirectiveAction.ADVERSE_EFFECT,
)


def told(context: apply.Context) -> Question:
    """The question as one on what the medicine has done; itself where it asks something else, or no label names it."""
    question = context.question
    felt = _felt(question)
    if felt is None or question.intent is not Intent.THERAPY or question.danger or question.having(Role.COMPARATOR):
        return question
    if not _WHAT_TO_DO.search(question.typed) or _TREATS.search(question.typed):
        return question
    for drug in _taken(question):
        if _named(drug, felt, context):
            return _blamed(question, drug, felt)
    return question


def _felt(question: Question) -> Concept | None:
    """The one complaint that is told, where no illness is to be treated."""
    people = [c for c in question.having(Role.POPULATION) if c.semantic in ("condition", "symptom")]
    return people[0] if len(people) == 1 and people[0].semantic == "symptom" else None


def _taken(question: Question) -> list[Concept]:
    """The medicines that are taken, else the one named beside the complaint; none where another is asked about."""
    given = [c for c in question.having(Role.INTERVENTION) if c.semantic in GIVEN]
    taken = [c for c in question.having(Role.OTHER) if c.semantic == "drug" and c.label in question.patient.drugs]
    if not given:
        return taken
    return given if len(given) == 1 and not taken and given[0].semantic == "drug" else []


def _named(drug: Concept, felt: Concept, context: apply.Context) -> bool:
    """Whether a label of the medicine names the complaint as a harm, and none is for it."""
    labels = (*context.appraisals, *context.option_labels)
    rows = [d for a in labels if a.record.kind is RecordKind.LABEL for d in a.directives if _is_of(d, drug)]
    names = (tuple(felt.names),)
    meant = (d for d in rows if d.action is DirectiveAction.INDICATED)
    harms = (d for d in rows if d.action in _TELLS)
    return any(fitting.names_one(d.text, names) for d in harms) and not any(
        fitting.names_one(d.text, names) for d in meant
    )


def _is_of(item: Directive, drug: Concept) -> bool:
    return item.drug.lower() in {name.lower() for name in drug.names}


def _blamed(question: Question, drug: Concept, felt: Concept) -> Question:
    roles = {drug: Role.INTERVENTION, felt: Role.OUTCOME}
    concepts = tuple(msgspec.structs.replace(c, role=roles.get(c, c.role)) for c in question.concepts)
    said = Assumption(
        BROUGHT, felt.text, f"what may come of {drug.label}", "its label names it; other causes are to be looked for"
    )
    others = tuple(name for name in question.patient.drugs if name != drug.label)
    return msgspec.structs.replace(
        question,
        intent=Intent.HARM,
        concepts=concepts,
        population="",
        intervention=drug.label,
        outcome=felt.label,
        patient=msgspec.structs.replace(question.patient, drugs=others),
        assumptions=(*question.assumptions, said),
    )
