"""Kin: where the library holds no label of a medicine, what that of another of its class says of such a patient.

It is told as just that: whose label it is, and that the medicine asked about is not named there.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting, pairs, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.model import Appraisal, Directive, DirectiveAction, Patient, RecordKind, Role
from probatum.vocabulary.classes import members

Row = tuple[Appraisal, Directive]
MOST: Final = 1
_WARNS: Final = (
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.CONTRAINDICATED,
    DirectiveAction.SPECIAL_POPULATION,
    DirectiveAction.CAUTION,
)
"""Kinds of direction that are told of kin, the gravest first; doses and uses of another medicine are not."""


def wanted(context: Context) -> tuple[str, ...]:
    """The other medicines of the classes of those that are asked about and have no label here, in lower case."""
    if context.combined or context.labels:
        return ()
    own = set(context.drugs)
    every = (m.lower() for name in context.drugs for class_ in pairs.narrow(name) for m in members(class_))
    return tuple(dict.fromkeys(m for m in every if m not in own))


def rows(context: Context) -> list[Row]:
    """What the labels of its kin say of the illness or the state of the patient, the gravest first."""
    patient = context.question.patient
    held = [c for c in context.question.concepts if c.role in (Role.POPULATION, Role.OUTCOME)]
    illnesses = tuple((c.label, c.text, *c.synonyms) for c in held if c.semantic == "condition")
    near = set(wanted(context))
    found = [
        (appraisal, item)
        for appraisal in context.option_labels
        if appraisal.record.kind is RecordKind.LABEL
        for item in appraisal.directives
        if item.action in _WARNS and item.drug.lower() in near
        if _meets(f"{item.population} {item.text}", patient, illnesses)
    ]
    return sorted(found, key=lambda row: _WARNS.index(row[1].action))


def _meets(text: str, patient: Patient, illnesses: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a direction is for such a patient, or names their illness: of whose age nothing is told, `older people
    with dementia` may be meant as well."""
    named = any(wording.stands_in(name.lower(), text.lower()) for names in illnesses for name in names)
    return named or fitting.speaks_of(text, patient, illnesses)


def say(draft: Draft, context: Context) -> None:
    """The gravest of them, each with whose label it is. The class stays unnamed: a label need not name its own."""
    told: set[str] = set()
    for appraisal, item in rows(context):
        drug = item.drug.lower()
        if len(told) < MOST and drug not in told:
            told.add(drug)
            who = f"{drug}, a medicine of the same class"
            directives(draft, [(appraisal, item)], f"nearest is {who}", f"What is nearest is about {who}")
