"""Kidneys: of the doses of a label, those for kidneys like the patient's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.apply import fitting
from probatum.apply.patient import illness_names, uses
from probatum.model import Appraisal, Concept, Directive, Patient
from probatum.text import doses
from probatum.text.expressions import caseless

_RAISED: Final = caseless(r"\b(?:increas\w+|rais\w+|titrat\w+|maximum|target)\b")
"""Words of how a dose is raised and where that ends, which holds for any kidneys that it was begun for."""


def doses_for(
    rows: list[tuple[Appraisal, Directive]], illnesses: Sequence[Concept], patient: Patient
) -> list[tuple[Appraisal, Directive]]:
    """The doses without those for healthy kidneys, where the same label has an amount for kidneys like the patient's in
    this use: side by side, one of them would be an overdose."""
    own = [
        (appraisal, item)
        for appraisal, item in rows
        if patient.kidney
        and fitting.KIDNEY.search(f"{item.population} {item.text}")
        and fitting.speaks_of(f"{item.population} {item.text}", patient)
        and doses.read(item.text)
        and not fitting.undecided(item.text, patient)
        and (any(illness_names.treats(item, c) for c in illnesses) or not uses.names_a_use(item.text))
    ]
    told = {appraisal.record.id for appraisal, _ in own}
    return [
        row
        for row in rows
        if row[0].record.id not in told
        or not doses.read(row[1].text)
        or row[1].population
        or fitting.special(row[1].text)
        or _RAISED.search(row[1].text)
        or fitting.KIDNEY.search(f"{row[1].population} {row[1].text}")
    ]
