"""Counted: which criteria of a direction this patient meets, by what the question tells, where a list decides."""

from __future__ import annotations

from collections.abc import Iterable

from probatum.apply import criteria, fitting
from probatum.apply.drafting import Draft, source_name
from probatum.model import Appraisal, Directive, Kind, Patient


def say(draft: Draft, rows: Iterable[tuple[Appraisal, Directive]], patient: Patient) -> None:
    """For each direction with a list of criteria, those that are met, not met and not told; nothing of a list of which
    the question tells nothing."""
    for appraisal, item in rows:
        made = criteria.judged(item.text, fitting.told(patient))
        if made is None or all(one.met is None for one in made.items):
            continue
        said, sums = criteria.said(made)
        name = source_name(appraisal)
        draft.add(
            f"criteria of this dose ({name}), by what the question tells: {said}",
            Kind.CALCULATED,
            (item.span,),
            plain=f"what decides on this dose ({name}), by what you told: {said}",
            calculation=sums,
        )
