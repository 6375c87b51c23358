"""Already: what the label of a medicine that is taken says of the patient's own state, measured or told.

`On A, eGFR 28, change to B?` is first a question of A: who may not have it, or has too much of it, has to be told so
whatever B does; and then what B is given in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from probatum.apply import fitting
from probatum.apply.choices import as_if, other_choice
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.labels import by_value
from probatum.apply.patient import akin, bars, beside, for_patient, uses
from probatum.apply.sections import dose_rows
from probatum.apply.together import beside_each_other, replacing
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, Role
from probatum.text import doses, halting

Row = tuple[Appraisal, Directive]
_GRAVE: Final = (
    DirectiveAction.CONTRAINDICATED,
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.SPECIAL_POPULATION,
    DirectiveAction.CAUTION,
)
MOST: Final = 2
"""Sentences told of each medicine."""


def say(draft: Draft, context: Context) -> int:
    """What bars each of them for this patient, else its dose for such a patient; returns the statements added."""
    patient, before = context.question.patient, len(draft)
    _say_illness(draft, context)
    if not (patient.kidney or patient.liver or patient.pregnancy or patient.values) or other_choice.names(context):
        return len(draft) - before
    for name in replacing.names(context):
        other = _beside_new(name, context)
        bars = [row for row in for_patient.barred(other) if _of_state(row[1], context)]
        bars = [row for row in bars if halting.OF_STARTING.search(row[1].text) is None]  # it was begun already
        sure = [row for row in bars if row[1].action is DirectiveAction.CONTRAINDICATED]
        lead = "contraindicated for this patient" if sure else "advised against for this patient"
        easy = "must not be used in this person" if sure else "is not advised for this person"
        directives(draft, (sure or bars)[:1], f"{name}, which is taken, is {lead}", f"{name}, which is taken, {easy}")
        if not bars and not beside_each_other.of_taken(name, context):  # what the two do together stands first
            told = [row for row in for_patient.told(other) if row[1].action in _GRAVE and _of_state(row[1], context)]
            easy = f"{name}, which is taken, in such a person"
            directives(draft, told[:1], f"{name}, which is taken, in such a patient", easy)
            text, easy = "at the dose for such a patient", "has its own dose for such a person"
            # What all of them do together comes before how much of one is taken.
            rows = [] if beside_each_other.together(context) else list(_doses(other))[:MOST]
            directives(draft, rows, f"{name}, which is taken, {text}", f"{name}, which is taken, {easy}")
    return len(draft) - before


def _say_illness(draft: Draft, context: Context) -> None:
    """Which of them the illness that is told forbids: who takes propranolol and has asthma must not go on unasked."""
    ill = tuple((c.label, c.text, *c.synonyms) for c in context.question.having(Role.POPULATION) if c.semantic)
    for name in replacing.names(context) if ill and not other_choice.names(context) else ():
        never = [row for row in for_patient.barred(_beside_new(name, context)) if row[1].action is _GRAVE[0]]
        rows = [row for row in never if fitting.names_one(row[1].text, ill) and row[1].drug.lower() == name.lower()]
        rows = [row for row in rows if not _of_a_worse_kind(row[1].text, context)]
        lead = f"{name}, which is taken, is contraindicated for this patient"
        directives(draft, rows[:1], lead, f"{name}, which is taken, must not be used in this person")


def _of_a_worse_kind(text: str, context: Context) -> bool:
    """Whether a limit names no illness of the question but a kind of one (`malignant hypertension`), or one in a state
    of which nothing is told."""
    ill = [c for c in context.question.having(Role.POPULATION) if c.semantic == "condition"]
    kinds = {c.label: akin.kinship(text, c.label) for c in ill}
    same = [label for label, kin in kinds.items() if kin is akin.Kin.SAME]
    if not same:
        return any(kin is akin.Kin.KIND_OF_IT for kin in kinds.values())
    read = context.question.read
    states = [akin.states(text, label) for label in same]
    return all(told and not any(beside.is_told(state, read) for state in told) for told in states)


def _beside_new(name: str, context: Context) -> Context:
    """The context of a medicine that is taken, with the one that is asked about taken beside it."""
    other, patient = as_if.asked(name, context), context.question.patient
    drugs = (*(d for d in patient.drugs if d.lower() != name.lower()), *context.named)
    if replacing.replaced(context):  # what comes in its place is not taken beside it
        return other
    question = msgspec.structs.replace(other.question, patient=msgspec.structs.replace(patient, drugs=drugs))
    return msgspec.structs.replace(other, question=question)


def say_new(draft: Draft, context: Context) -> None:
    """The doses of what takes the place of another, for such a patient, with those that hold for some alone."""
    asks = context.question.intent is Intent.DOSING or not replacing.replaced(context)
    if (
        asks
        or not context.use
        or for_patient.barred(context)
        or for_patient.dosed(context)
        or context.off_label
        or context.unmeant
    ):
        return
    patient = context.question.patient
    rows = [row for row in uses.suited(dose_rows.label_doses(context), context) if doses.read(row[1].text)]
    kept = [*rows[:1], *(row for row in rows[1:] if fitting.undecided(row[1].text, patient))]
    directives(draft, kept, "Label dose", "Dose on the label")


def _doses(other: Context) -> Iterator[Row]:
    """Its amounts for such kidneys or such a liver, in the illness asked about where one is."""
    for row in for_patient.told(other):
        if row[1].action is DirectiveAction.DOSE and _of_state(row[1], other) and doses.read(row[1].text):
            yield row


def _of_state(item: Directive, context: Context) -> bool:
    """Whether a direction is on the kidneys, the liver or the pregnancy that is told, or on what was measured."""
    patient = context.question.patient
    text = f"{item.population} {item.text}"
    if by_value.speaks_of(text, patient.values):
        return True
    return bars.names_organ(item, patient) or bool(patient.pregnancy and fitting.PREGNANT.search(text))
