"""By child: a dose for adults is none for a child; that no other is held is said in its place."""

from __future__ import annotations

from probatum.apply import for_patient, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.model import DirectiveAction, Kind
from probatum.text import doses

_DOSED = (DirectiveAction.DOSE, DirectiveAction.RECOMMENDED)


def lacks(context: Context) -> bool:
    """Whether the patient is a child, and every dose that is held of what is asked about is for adults."""
    patient = context.question.patient
    if not for_patient.is_child(patient) or not context.drug_like or context.classes:
        return False
    held = [
        item
        for source in (*context.labels, *context.guidelines)
        for item in source.directives
        if item.action in _DOSED and doses.read(item.text) and context.names_intervention(item.text)
    ]
    grown = [item for item in held if for_patient.of_adults(item, patient)]
    return (bool(grown) or context.asks_dose) and not any(for_patient.concerned(item, context) for item in held)


def say(draft: Draft, context: Context) -> bool:
    """That no dose for a child is held; whether it was said."""
    if not lacks(context):
        return False
    names = wording.join(list(context.named))
    draft.add(
        f"no dose for a child of {names} is held; one for adults is none for a child",
        Kind.ABSENCE,
        plain=f"we found no dose for a child of {names}. A dose for adults is not right for a child. Ask a doctor or "
        "pharmacist",
    )
    return True
