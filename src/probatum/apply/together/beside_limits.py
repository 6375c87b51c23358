"""Beside limits: how much of a medicine its label allows beside another one that is taken (`with A, at most 20 mg`).

No larger amount is told as the dose to begin with, and one whose range ends above it is told with the limit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.once import once
from probatum.apply.together import beside_each_other, limited, other_takers
from probatum.model import Directive, DirectiveAction, Patient
from probatum.text import doses
from probatum.text.expressions import caseless

Row = other_takers.Row

_CAPS: Final = caseless(
    r"\b(?:(?:should|must|may) not exceed|not (?:to )?exceed|maximum|limited to|at most|(?:no|not) more than)\b"
)


@once
def rows(context: Context) -> tuple[Row, ...]:
    """The limits that labels of what is asked about set beside a medicine that is taken; of a label those that name the
    very medicine, where it has such."""
    patient = context.question.patient
    taken = tuple(drug for drug in patient.drugs if drug.lower() not in context.drugs)
    theirs = msgspec.structs.replace(patient, drugs=taken)
    found = [
        (appraisal, item)
        for appraisal in (context.labels if taken else ())
        for item in appraisal.directives
        if item.action in (DirectiveAction.DOSE, DirectiveAction.INTERACTION)
        and doses.read(item.text)
        and ((_CAPS.search(item.text) and fitting.takes(item.text, theirs)) or _is_told(item, theirs))
    ]
    named = {a.record.id for a, item in found if _names(item, taken)}
    kept = [row for row in found if row[0].record.id not in named or _names(row[1], taken)]
    return tuple(row for row in kept if not _governed(row, context))


def _is_told(item: Directive, patient: Patient) -> bool:
    """Whether a direction tells what the dose is beside a medicine that is taken: `with A, the dose of B is 25 mg`.
    Which medicines it is given with for an illness (`in C, 75 mg with A`) sets no dose beside them."""
    found = _TOLD.match(item.text)
    return found is not None and bool(fitting.takes(found["beside"], patient))


_TOLD: Final = caseless(
    r"with (?P<beside>[^.;]{3,160}), (?:the|an?) (?:starting |initial |recommended )?dose of [\w/ -]{2,40} "
    r"(?:is|of|should be) \d"
)


def _governed(row: Row, context: Context) -> bool:
    """Whether the same label allows kidneys or a liver like the patient's less than such a limit: then that holds."""
    patient, most = context.question.patient, _most(row[1])
    if not most or not (patient.kidney or patient.liver):
        return False
    for item in row[0].directives:
        organ = fitting.KIDNEY.search(item.text) or fitting.LIVER.search(item.text)
        if item.action is DirectiveAction.DOSE and organ and fitting.speaks_of(item.text, patient):
            theirs = _most(item)
            if any(unit in most and amount < most[unit] for unit, amount in theirs.items()):
                return True
    return False


def _most(item: Directive) -> dict[str, float]:
    """The highest amount that a direction tells, by unit."""
    found: dict[str, float] = {}
    for dose in doses.read(item.text):
        found[dose.unit] = max(found.get(dose.unit, 0.0), dose.high or dose.amount)
    return found


def within(every: Sequence[Row], context: Context) -> list[Row]:
    """The doses of labels, without those of which the lowest amount exceeds such a limit. Of a label whose first dose
    does, the limit itself in place of all its amounts: what is for some is none beside what is taken either. What a
    dose is told to be beside it stands in place of a range that ends above it."""
    first: dict[str, Row] = {}
    every = _without_loading(every, context)
    for row in every:
        if row not in rows(context) and doses.read(row[1].text):
            first.setdefault(row[0].record.id, row)
    out = {label for label, row in first.items() if _exceeds(row, context, low=True)}
    every = [row for row in every if not _replaced(row, context)]
    limits = [row for row in rows(context) if row[0].record.id in out or _TOLD.match(row[1].text)]
    kept = [row for row in every if row[0].record.id not in out or not doses.read(row[1].text)]
    return [*limits, *(row for row in kept if row in rows(context) or not _exceeds(row, context, low=True))]


def _replaced(row: Row, context: Context) -> bool:
    """Whether a label tells itself what the dose is beside what is taken, and a dose of it goes beyond that."""
    told = any(_TOLD.match(item.text) for a, item in rows(context) if a.record.id == row[0].record.id)
    return told and passes(row, context)


def _without_loading(every: Sequence[Row], context: Context) -> Sequence[Row]:
    """The doses without one that fills somebody up at once, where what is taken calls for less of the medicine."""
    if _LOADING.search(context.question.read):
        return every
    less = {
        name.lower()
        for name in context.named
        for _, item in (beside_each_other.together(context) if context.question.patient.drugs else ())
        if limited.to_less(item.text) and wording.stands_in(name.lower(), item.text.lower())
    }
    return [row for row in every if row[1].drug.lower() not in less or not _LOADING.search(row[1].text)]


_LOADING: Final = caseless(r"\bloading\b")


def passes(row: Row, context: Context) -> bool:
    """Whether the highest amount of a dose lies above such a limit of its own label."""
    return row not in rows(context) and _exceeds(row, context, low=False)


def _exceeds(row: Row, context: Context, *, low: bool) -> bool:
    most = {
        dose.unit: dose.high or dose.amount
        for appraisal, item in reversed(rows(context))
        if appraisal.record.id == row[0].record.id
        for dose in doses.read(item.text)
    }
    found = [(dose.amount if low else dose.high or dose.amount, dose.unit) for dose in doses.read(row[1].text)]
    return any(unit in most and amount > most[unit] for amount, unit in (found[:1] if low else found))


def _names(item: Directive, taken: tuple[str, ...]) -> bool:
    return fitting.names_one(item.text, tuple((drug,) for drug in taken))
