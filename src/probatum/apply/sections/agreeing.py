"""Agreeing: what a patient is told before a first dose: a use outside the label, and the nearest boxed warning."""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.numbering import Steps
from probatum.apply.patient import bars, for_patient
from probatum.apply.sections.excluding import Row, said, spans
from probatum.model import DirectiveAction, Kind, Patient
from probatum.text.expressions import caseless

BRIEF: Final = 20
"""Words up to which a warning is told in a step itself."""
LONGEST: Final = 45
"""Words of a warning that a step holds."""


def say(steps: Steps, context: Context, *, off_label: bool) -> None:
    """What is agreed before a first dose: that the use is outside the label, and the boxed warning that this patient
    is nearest to, in its words; a long one stands whole under safety."""
    if off_label:
        steps.step("Say that the use is off-label, and agree on it", Kind.NAVIGATION)
    if boxed := _boxed(steps, context):
        warned = said(boxed)
        tested = any(bars.by_ancestry(item, context.question.patient) for _, item in boxed)
        if tested or len(warned.split()) <= BRIEF:
            steps.step(f"Mind the boxed warning: {warned}", Kind.DIRECTIVE, spans(boxed))
        else:
            steps.step("Tell the patient of the boxed warning (see safety)", Kind.NAVIGATION)


def _boxed(steps: Steps, context: Context) -> list[Row]:
    """The boxed warning of this patient: what may befall a child that she may carry first, then what labels say of such
    a patient."""
    patient = context.question.patient
    told = {span for one in steps.draft.statements for span in one.supports}
    rows = [row for row in context.directives(DirectiveAction.BOXED_WARNING) if row[1].span not in told]
    rows = [row for row in rows if not _of_the_growing(row[1].text, patient)]
    own = {id(item) for _, item in for_patient.told(context)}
    may = fitting.may_conceive(patient)
    rows.sort(key=lambda row: (not (may and bars.of_the_unborn(row[1], patient)), id(row[1]) not in own))
    of_gene = [row for row in rows if bars.by_ancestry(row[1], patient)]
    return of_gene[:1] or [row for row in rows[:1] if len(row[1].text.split()) <= LONGEST]


def _of_the_growing(text: str, patient: Patient) -> bool:
    """Whether a warning is of children and young adults, and the patient is told to be older."""
    years = fitting.age(patient)
    return years is not None and years.low > YOUNG_YEARS and _YOUNG_ALONE.search(text) is not None


_YOUNG_ALONE: Final = caseless(r"\bin (?:(?:children|adolescents|young adults)(?:, | and |, and )?){2,3}")


YOUNG_YEARS: Final = 25.0
