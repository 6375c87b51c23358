"""Halts: where a path ends before a first dose, since a label forbids the treatment or guidelines are against it."""

from __future__ import annotations

import re
from typing import Final

from probatum.apply import for_patient, guidance, starting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import source_name
from probatum.apply.numbering import Steps
from probatum.apply.sections import alternatives
from probatum.model import Appraisal, Directive, DirectiveAction, Kind
from probatum.text.expressions import expression

_PARTLY: Final = expression(r"\b(?:except|unless)\b", re.IGNORECASE)
"""A contraindication that does not hold for everybody."""


def elsewhere(context: Context) -> str:
    """Where a branch leads that leaves the treatment: to the alternatives, where the answer has any."""
    return "go to the alternatives above" if alternatives.compose(context).statements else "choose another treatment"


def forbidden(steps: Steps, context: Context) -> bool:
    """The path of a patient whom a label forbids the treatment; False where none does."""
    barred = _barred(context)
    if barred is None:
        return False
    drug, sure = starting.drug(context), barred[1].action is DirectiveAction.CONTRAINDICATED
    said = f"{wording.lower(barred[1].text.rstrip('. '))} ({source_name(barred[0])})"
    stands = "contraindicated" if sure else "advised against"
    steps.step(f"Do not start {drug}, which is {stands} here: {said}", Kind.DIRECTIVE, (barred[1].span,))
    steps.branch("a", f"A treatment is wanted: {elsewhere(context)}")
    weighed = "speak with the prescriber" if sure else "ask the prescriber whether its benefit outweighs that,"
    steps.branch("b", f"It is taken already: {weighed} before the next dose")
    return True


def advised_against(steps: Steps, context: Context) -> bool:
    """The path where guidelines are against the treatment for such a patient and none is for it; False elsewhere."""
    found = guidance.against(context)
    if found is None:
        return False
    appraisal, item = found
    said = f"{wording.lower(item.text.rstrip('. '))} ({source_name(appraisal)})"
    steps.step(f"A guideline is against it: {said}", Kind.DIRECTIVE, (item.span,))
    steps.branch("a", f"It is not taken yet: do not start; {elsewhere(context)}")
    steps.branch("b", "It is taken already: weigh with the prescriber whether to go on, and do not stop it alone")
    return True


def _barred(context: Context) -> tuple[Appraisal, Directive] | None:
    """What rules the treatment out for the patient asked about and for everybody like that, contraindications first."""
    return next((row for row in for_patient.barred(context) if not _PARTLY.search(row[1].text)), None)
