"""Undosed organ: that no label held tells a dose for kidneys or a liver like the patient's, where it tells one for
everybody. The usual dose beside poor kidneys would be read as one for them."""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.children import whom
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.once import once
from probatum.apply.patient import bars, for_patient, uses
from probatum.apply.sections import dose_rows
from probatum.model import Directive, DirectiveAction, Intent, Kind
from probatum.text import doses

_SPEAK: Final = tuple(
    action for action in DirectiveAction if action not in (DirectiveAction.STATUS, DirectiveAction.INDICATED)
)
_SOUND: Final = 50.0
"""ml/min from which on kidneys are no reason for another dose that a label would have to tell."""


@once
def silent(context: Context) -> str:
    """That in words; empty where a dose for such a patient is told, where none is asked for, or where it is barred."""
    return unknown(context) if context.question.intent is Intent.DOSING else ""


@once
def unknown(context: Context) -> str:
    """The same whatever is asked, as where somebody tells of the kidneys behind a question on what a medicine does."""
    patient = context.question.patient
    organ = patient.kidney or patient.liver
    asks = context.drug_like and len(context.drugs) == 1
    if not organ or not asks or context.classes or context.combined or context.question.danger or context.off_label:
        return ""
    kidneys = fitting.filtration(patient.kidney) if patient.kidney else None
    if (kidneys is not None and kidneys.low >= _SOUND) or whom.is_child(patient) or for_patient.barred(context):
        return ""
    if not any(doses.read(item.text) for _, item in uses.suited(dose_rows.label_doses(context), context)):
        return ""
    if for_patient.dosed(context) or any(_for_them(item, context) for _, item in context.directives(*_SPEAK)):
        return ""
    return f"no label or guideline that is held gives a dose of {wording.join(context.named)} for {organ}"


def _for_them(item: Directive, context: Context) -> bool:
    """Whether a label says something of such kidneys or such a liver, in this use."""
    patient = context.question.patient
    if not bars.names_organ(item, patient) or uses.for_another_use(item, context):
        return False
    return fitting.speaks_of(f"{item.population} {item.text}", patient)


def lead(draft: Draft, context: Context) -> None:
    """That in front of the short answer."""
    _open(draft, silent(context))


def lead_told(draft: Draft, context: Context) -> None:
    """That in front of a reply to somebody who tells of the kidneys or the liver."""
    _open(draft, unknown(context))


def _open(draft: Draft, said: str) -> None:
    if said:
        made = Draft(draft.id, "")
        made.add(
            f"{said}; the usual dose may be too much for such a patient",
            Kind.ABSENCE,
            plain=f"{said}. The usual dose may be wrong here. Ask a doctor or pharmacist",
        )
        draft.open_with(made.statements)
