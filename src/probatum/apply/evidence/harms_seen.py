"""Harms seen: what studies and labels found of harm with the very thing that is asked about, each once, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probatum.apply.children import studied
from probatum.apply.evidence import harm_of, harm_order, likeness, no_answer
from probatum.apply.evidence.given import its_own
from probatum.apply.evidence.outcomes import is_harm
from probatum.apply.once import once
from probatum.model import About, Appraisal, Finding, RecordKind

if TYPE_CHECKING:
    from probatum.apply.context import Context


@once
def seen(context: Context) -> tuple[tuple[Appraisal, Finding], ...]:
    """Findings of harm from the studies that answer, then from labels and studies elsewhere."""
    question = context.question
    # Of medicines that are combined, labels and other studies tell the harms of one of them alone.
    elsewhere = () if context.combined else (*context.labels, *context.about(About.SAFETY))
    every = (*context.answering, *elsewhere)
    sources = [a for a in every if not no_answer.otherwise(a) and studied.answers(question, a)]
    told: dict[tuple[str, str, int], tuple[Appraisal, Finding]] = {}
    for appraisal in sources:
        for finding in appraisal.findings:
            if appraisal not in context.answering and its_own(appraisal, finding):
                continue
            harmful = is_harm(question, finding) or appraisal.record.kind is RecordKind.LABEL
            if harmful and not finding.problems and _of_intervention(appraisal, finding, context):
                told.setdefault((finding.record, finding.outcome, finding.sentence.start), (appraisal, finding))
    near = {key: likeness.asked(question, finding.outcome) for key, (_, finding) in told.items()}

    def order(pair: tuple[tuple[str, str, int], tuple[Appraisal, Finding]]) -> tuple[int | bool, ...]:
        key, (appraisal, finding) = pair
        return near[key].rank, bool(appraisal.directness.note), *harm_order.rank(finding, context.names_intervention)

    return tuple(row for _, row in sorted(told.items(), key=order))


def _of_intervention(appraisal: Appraisal, finding: Finding, context: Context) -> bool:
    """Whether a harm was seen with what was asked about: named in the sentence, the title or an arm."""
    if not context.drugs:
        return harm_of.counts(appraisal, finding, context)
    arms = " ; ".join(f"{arm.drug} {arm.name}" for arm in appraisal.study.arms)
    if appraisal.record.kind is RecordKind.LABEL:
        return appraisal in context.labels
    if not harm_of.counts(appraisal, finding, context):
        return False
    return any(map(context.names_intervention, (finding.sentence.quote, appraisal.record.title, arms)))
