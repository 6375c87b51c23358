"""For children: that nothing held gives a dose for them, where labels give adults one.

An adult's dose is no answer of a child, nor is that the medicine helps grown-ups; a carer has to be told so first.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import bars, fitting, for_patient, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.grown_up import is_child, of_adults
from probatum.apply.once import once
from probatum.model import DirectiveAction, Intent, Kind
from probatum.text import doses

_ASKED: Final = (Intent.THERAPY, Intent.DOSING, Intent.PREVENTION)
_DOSAGE: Final = "34068-7"
"""LOINC code of the part of a label on dosage and administration."""
_GROUPS: Final = {"newborn": "newborns", "infant": "infants", "toddler": "toddlers", "adolescent": "adolescents"}


@once
def silent(context: Context) -> str:
    """That no dose for such a child is held, where the label of the one medicine asked about doses adults alone."""
    patient = context.question.patient
    names = for_patient.treatments(context)
    if context.question.intent not in _ASKED or len(names) != 1 or not is_child(patient) or context.combined:
        return ""
    if for_patient.barred(context) or context.classes or not context.labels or _by_others(context):
        return ""
    given = [item for _, item in context.directives(DirectiveAction.DOSE) if doses.read(item.text)]
    of_organ = [item for item in given if bars.names_organ(item, patient)]
    who = _GROUPS.get(patient.age, "children")
    if of_organ and not all(of_adults(item, patient) for item in given if item not in of_organ):
        given = of_organ
        who += f" with {patient.kidney or patient.liver}"
    dosed = (part.text for label in context.labels for part in label.record.sections if part.code == _DOSAGE)
    if any(fitting.YOUNG.search(text) for text in dosed):
        return ""  # its label tells how the young are given it, though in no amount
    if not given or not all(of_adults(item, patient) for item in given):
        return ""
    return f"no label or guideline that is held gives a dose of {wording.join(names)} for {who}"


def _by_others(context: Context) -> bool:
    """Whether a guideline doses it in the young, or a study that answers was made in them."""
    if any(fitting.YOUNG.search(a.record.title) for a in context.answering):
        return True
    drugs = set(context.drugs)
    given = (item for a in context.guidelines for item in a.directives if item.dose and item.drug.lower() in drugs)
    return any(fitting.YOUNG.search(f"{item.population} {item.text}") or "/kg" in item.text for item in given)


def say(draft: Draft, context: Context) -> bool:
    """That nothing held gives a dose for children; whether it was said."""
    if said := silent(context):
        plain = said.replace("label or guideline that is held gives", "official label or guideline that we hold gives")
        draft.add(said, Kind.ABSENCE, plain=f"{plain}. A dose for adults is not one for a child")
    return bool(said)
