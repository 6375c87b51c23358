"""Unbarred: of the doses of treatments that are barred for this patient, those that may be told beside the bar."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.patient import for_patient, standings
from probatum.apply.together import other_takers
from probatum.model import Appraisal, Directive
from probatum.text import measured

Row = tuple[Appraisal, Directive]


def suits(item: Directive, context: Context, free: set[str]) -> bool:
    """Whether a dose is told beside a bar: of a treatment that is barred only one for the very state that bars it (poor
    kidneys, pregnancy), since a dose for somebody's age or weight is none for who may not have it at all."""
    patient = for_patient.but_asked(context)
    if item.drug.lower() in standings.stopped(context) or for_patient.outdone(item, context):
        return False
    bars = (one for _, one in for_patient.barred(context) if one.drug == item.drug)
    taken = not standings.when_it_goes(context)
    if any((taken and fitting.takes(one.text, patient)) or measured.within(one.text, patient.values) for one in bars):
        return False  # beside what is taken, or at such a value, a dose for such kidneys is none either
    if item.drug.lower() not in free:
        patient = msgspec.structs.replace(patient, age="", weight="", sex="", allergies=())
    return fitting.speaks_of(item.text, patient)


def beside_bars(rows: Sequence[Row], context: Context) -> list[Row]:
    """The doses without those of treatments that are barred for this patient, but for one for the very state that bars
    them: behind `advised against` the usual amount would be read as what is given after all."""
    barred = for_patient.barred(context)
    if not barred:
        return list(rows)
    _, free = parted(context, barred)
    own = [row for row in rows if suits(row[1], context, free) and row not in barred and standings.dosed_in(row[1])]
    return [row for row in rows if row in own or row[1].drug.lower() in free]


def parted(context: Context, barred: Sequence[Row]) -> tuple[list[str], set[str]]:
    """The treatments asked about that are barred, and those that are not, in lower case; a bar that names none of them
    is of each."""
    asked = list(for_patient.treatments(context))
    named = {name for _, item in barred for name in other_takers.barred_by(item, context)}
    out = [name for name in asked if name.lower() in named] or asked
    return out, {name.lower() for name in asked if name not in out}
