"""Sexes apart: studies of one sex, where the other has studies of its own, guidelines treat each in its own way, and
the question tells neither. How long men take an antibiotic was the answer for everybody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.apply.patient import sexes
from probatum.model import Appraisal, DirectiveAction, Question, RecordKind

WHY: Final = "of one sex, of which the question tells nothing"
_NO_STUDY: Final = (RecordKind.LABEL, RecordKind.GUIDELINE, RecordKind.REGISTRY_ENTRY)


def others(
    question: Question, appraisals: Sequence[Appraisal]
) -> tuple[tuple[Appraisal, ...], tuple[tuple[str, str], ...]]:
    """The appraisals without such studies; pairs of (record, reason) for those."""
    patient = question.patient
    if patient.sex or patient.pregnancy or sexes.of_one_alone(question.read) or not _parted(appraisals):
        return tuple(appraisals), ()
    alone = {a.record.id: sexes.of_one_alone(a.record.title) for a in appraisals if a.record.kind not in _NO_STUDY}
    gone = {record for record, sex in alone.items() if sex}
    if len(set(filter(None, alone.values()))) < 2:
        return tuple(appraisals), ()  # what was studied in one sex alone is all that is known
    return tuple(a for a in appraisals if a.record.id not in gone), tuple((one, WHY) for one in sorted(gone))


def _parted(appraisals: Sequence[Appraisal]) -> bool:
    """Whether one guideline advises women and men each by themselves."""
    return any(
        len({sex for d in a.directives if d.action in _ADVICE and (sex := sexes.of_one_alone(d.text))}) > 1
        for a in appraisals
        if a.record.kind is RecordKind.GUIDELINE
    )


_ADVICE: Final = (DirectiveAction.RECOMMENDED, DirectiveAction.DOSE)
