"""Evidence table: one row a finding that the answer tells, in its source's figures."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.apply import designs, wording
from probatum.apply.context import Context
from probatum.apply.sections.evidence import told_groups
from probatum.model import EvidenceRow, Finding, Reference

MOST_ROWS = 40


def rows(context: Context, numbered: Sequence[Reference]) -> tuple[EvidenceRow, ...]:
    """Rows for the outcome groups that are told, in their order; only records that are cited."""
    numbers = {r.record: r.number for r in numbered}
    made: list[EvidenceRow] = []
    for group in told_groups(context):
        for item in group.items:
            finding, study = item.finding, item.appraisal.study
            if finding.record not in numbers or len(made) >= MOST_ROWS:
                continue
            record = item.appraisal.record
            author = record.authors[0].rsplit(" ", 1)[0] if record.authors else record.journal
            made.append(
                EvidenceRow(
                    record=finding.record,
                    reference=numbers[finding.record],
                    study=f"{author} {record.year or ''}".strip(),
                    design=designs.words(study),
                    n=study.n,
                    outcome=finding.outcome,
                    measure=finding.measure.value,
                    arms=tuple(a.arm for a in finding.arms if a.arm),
                    result=result(finding),
                    interval=wording.interval_words(finding.interval) or "not reported",
                    p=finding.p.text if finding.p else "not reported",
                    judged=judgement(finding, study.alpha),
                    certainty=group.certainty.level.value if group.certainty else "",
                )
            )
    return tuple(made)


def result(finding: Finding) -> str:
    """The figures of a finding in a cell: `31%`, `5.3 to 3.5 per day`, `12% v 20%`, `no difference detected`."""
    if finding.estimate is not None:
        return wording.estimate(finding)
    shown = []
    for arm in finding.arms:
        value = wording.arm_value(arm, finding.unit)
        shown.append(f"{arm.baseline.text} to {value}" if arm.baseline and value else value)
    figures = " v ".join(v for v in shown if v)
    return figures or finding.direction.value or "in words only"


def judgement(finding: Finding, alpha: float | None) -> str:
    """Whether the result reached significance, by the study's level or 0.05."""
    level = alpha or wording.DEFAULT_ALPHA
    if finding.significant is None:
        return "no test to judge by"
    return f"{'significant' if finding.significant else 'not significant'} at {level:g}"
