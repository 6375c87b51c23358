"""Counted: which criteria of a direction this patient meets, by what the question tells, where a list decides."""

from __future__ import annotations

from collections.abc import Iterable

from probatum.apply import fitting
from probatum.apply.drafting import Draft, source_name
from probatum.apply.patient import criteria
from probatum.model import Appraisal, Directive, Kind, Patient

Row = tuple[Appraisal, Directive]


def say(draft: Draft, rows: Iterable[Row], patient: Patient) -> None:
    """For each direction with a list of criteria, those that are met, not met and not told; nothing of a list of which
    the question tells nothing."""
    for appraisal, item in rows:
        _say_either(draft, appraisal, item, patient)
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


def open_to(rows: Iterable[Row], patient: Patient) -> list[Row]:
    """The directions of which a figure that is told, or is not, decides whether they hold, or which of their doses."""
    told = fitting.told(patient)
    return [r for r in rows if fitting.undecided(r[1].text, patient) or criteria.either(r[1].text, told) is not None]


def _say_either(draft: Draft, appraisal: Appraisal, item: Directive, patient: Patient) -> None:
    """Which of two doses of a direction is this patient's; what decides and is not told, where that is open."""
    two = criteria.either(item.text, fitting.told(patient))
    if two is None or all(one.met is None for one in two.made.items):
        return
    said, sums = criteria.said(two.made)
    name, dose = source_name(appraisal), two.dose or f"{two.usual} or {two.other}"
    lead = f"of these doses {dose} is this patient's" if two.dose else f"{dose}: which is this patient's is open"
    easy = f"the dose for this person is {dose}" if two.dose else f"{dose}: which of them is not clear yet"
    draft.add(
        f"{lead} ({name}), by what the question tells: {said}",
        Kind.CALCULATED,
        (item.span,),
        plain=f"{easy} ({name}), by what you told: {said}",
        calculation=sums,
    )
