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
    drug = starting.drug(context)
    said = f"{wording.lower(barred[1].text.rstrip('. '))} ({source_name(barred[0])})"
    steps.step(f"Do not start {drug}, which is contraindicated here: {said}", Kind.DIRECTIVE, (barred[1].span,))
    steps.branch("a", f"A treatment is wanted: {elsewhere(context)}")
    steps.branch("b", "It is taken already: speak with the prescriber before the next dose")
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
    """The contraindication that fits the patient asked about and holds for everybody like that."""
    rows = (row for row in for_patient.barred(context) if row[1].action is DirectiveAction.CONTRAINDICATED)
    return next((row for row in rows if not _PARTLY.search(row[1].text)), None)
