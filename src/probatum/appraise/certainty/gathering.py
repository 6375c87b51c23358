"""What stands beside the findings, gathered from the appraisals of a question: registry entries, unpublished trials."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from probatum.appraise.certainty.beside import Beside
from probatum.appraise.certainty.publication import enrolled, unpublished
from probatum.model import About, Appraisal, Record, RecordKind, Study


def gather(appraisals: Sequence[Appraisal], entry_of: Callable[[Study], Record | None], as_of: str) -> Beside:
    """Registry entries of the trials that were appraised, and entries that answer the question and have no report.

    `entry_of` looks the registry entry of a trial up in the library. An entry with as many people as an appraised trial
    is taken for that trial's own, since not every report names its registration number.
    """
    trials = [a for a in appraisals if a.study.design.randomised]
    found = {a.record.id: entry_of(a.study) for a in trials}
    sizes = {a.study.n for a in trials}
    entries = [a.record for a in appraisals if _of_question(a) and enrolled(a.record) not in sizes]
    reports = [a.record for a in appraisals if a.record.kind is not RecordKind.REGISTRY_ENTRY]
    return Beside(
        registry={record: entry for record, entry in found.items() if entry is not None},
        unpublished=unpublished(entries, reports, as_of),
    )


def _of_question(appraisal: Appraisal) -> bool:
    return appraisal.record.kind is RecordKind.REGISTRY_ENTRY and appraisal.directness.about is About.QUESTION
