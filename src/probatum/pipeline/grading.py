"""Grading: certainty for each outcome, for the leading source's own answer, and for each alternative."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

import msgspec

from probatum import apply
from probatum.apply import selection
from probatum.apply.evidence import outcomes
from probatum.appraise import certainty
from probatum.appraise.certainty import doubts
from probatum.model import (
    About,
    Appraisal,
    Certainty,
    Claim,
    Direction,
    Directness,
    Figure,
    Finding,
    Fit,
    Interval,
    Measure,
    Question,
    RecordKind,
    Span,
)
from probatum.pipeline.pooling import taken_together
from probatum.text import statistics, words
from probatum.text.expressions import expression


def graded(
    question: Question, kept: Sequence[Appraisal], beside: certainty.Beside, *, mid: float | None = None
) -> tuple[outcomes.OutcomeGroup, ...]:
    """Findings grouped by outcome, each group with its certainty. `mid` holds for the outcome asked about alone."""
    made: list[outcomes.OutcomeGroup] = []
    for group in apply.group(question, kept):
        evidence = [(i.appraisal.study, i.finding, i.appraisal.directness) for i in _of_one_comparison(group)]
        together = taken_together(group)
        known = dataclasses.replace(beside, pooled=together, mid=mid if group.asked else None)
        level = certainty.grade(question, group.name, evidence, known)
        made.append(msgspec.structs.replace(group, certainty=level, pooled=together))
    return tuple(made)


def _of_one_comparison(group: outcomes.OutcomeGroup) -> list[outcomes.Told]:
    """The findings of a group without those of a study at other times or against other treatments than the one by which
    the outcome is called: a difference from a third treatment makes one from the placebo no surer."""
    kept: list[outcomes.Told] = []
    for record in group.records:
        own = [i for i in group.items if i.finding.record == record]
        lead = next((i for i in own if i.finding.outcome == group.name), own[0])
        kept += [i for i in own if _beside(i.finding) == _beside(lead.finding)]
    return kept


def _beside(finding: Finding) -> tuple[str, str]:
    """The outcome of a finding with its time, and what stood against the treatment."""
    other = next((a.arm for a in finding.arms[1:] if a.arm), finding.comparator)
    return finding.outcome.casefold(), other.casefold()


def overall(question: Question, kept: Sequence[Appraisal]) -> tuple[tuple[str, Certainty], ...]:
    """Certainty of each source's own answer by record, graded as one result told in words."""
    made: list[tuple[str, Certainty]] = []
    for appraisal in kept:
        said = appraisal.conclusions or appraisal.results
        if appraisal.directness.about is About.QUESTION and said:
            name = question.outcome or question.intervention or "this question"
            way = (
                Direction.NONE_DETECTED if _denied(question, appraisal.study.claims) else Direction.HIGHER
            )  # the grade asks only: an effect, or none
            told, measure = next((i for span in (*said, *appraisal.results) if (i := _interval(span))), (None, None))
            if told is not None and measure is Measure.RISK_RATIO and told.low.value <= 1 <= told.high.value:
                way = Direction.NONE_DETECTED
            direct = appraisal.directness
            result = Finding(
                appraisal.record.id,
                name,
                measure or Measure.P_ONLY,
                said[0],
                direction=way,
                interval=told,
                comparator=direct.comparator.words if direct.comparator.fit is Fit.DIRECT else "",
            )
            if not selection.known(question):  # words alone cannot show that a study is indirect
                direct = Directness(about=About.QUESTION, relevant=True, covers=direct.covers)
            graded = certainty.grade(question, name, [(appraisal.study, result, direct)])
            if appraisal.study.design.synthesis:
                graded = doubts.lowered(graded, (*appraisal.conclusions, *filter(_concludes, appraisal.results)))
            made.append((appraisal.record.id, graded))
    return tuple(made)


def _denied(question: Question, claims: Sequence[Claim]) -> bool:
    """Whether what the authors conclude on the outcome asked about, else what they conclude first, is no difference:
    that another outcome did not differ denies nothing."""
    told = [c for c in claims if c.direction in ("benefit", "harm", "no difference")]
    asked = words.stems(question.outcome)
    near = [c for c in told if asked and asked <= words.stems(c.span.quote)] or told
    return bool(near) and near[0].direction == "no difference"


def _concludes(span: Span) -> bool:
    """Whether a sentence runs on from the heading of the conclusions."""
    return "CONCLUSION" in span.quote[:40]


_RATIO = expression(r"\b(?:[a-z]?(?:OR|RR|HR|IRR)s?|(?:odds|risk|hazard|rate) ratios?|relative risk)\b")


def _interval(sentence: Span) -> tuple[Interval, Measure] | None:
    """The first interval a sentence prints, so that a grade does not say that none is reported, and whether of a
    ratio."""
    for mention in statistics.read_intervals(sentence.quote):
        if mention.kind in ("CI", "CrI"):
            ends = (
                (mention.low, mention.low_start, mention.low_end),
                (mention.high, mention.high_start, mention.high_end),
            )
            low, high = (Figure(v, sentence.quote[a:b], sentence.inner(a, b)) for v, a, b in ends)
            ratio = _RATIO.search(sentence.quote[max(0, mention.start - 60) : mention.start]) is not None
            positive = low.value > 0 and high.value > 0
            return Interval(low, high, mention.level), Measure.RISK_RATIO if ratio and positive else Measure.P_ONLY
    return None


def alternatives(question: Question, kept: Iterable[Appraisal]) -> tuple[tuple[str, Certainty], ...]:
    """Certainty of what each alternative's record found on the outcome asked about."""
    made: list[tuple[str, Certainty]] = []
    for appraisal in kept:
        about = appraisal.directness.about
        option = about is About.ALTERNATIVE or (about is About.QUESTION and selection.is_open(question))
        if not option or appraisal.record.kind in (RecordKind.LABEL, RecordKind.GUIDELINE):
            continue
        findings = outcomes.relevant_findings(question, appraisal)[:2]
        if findings:
            evidence = [(appraisal.study, f, appraisal.directness) for f in findings]
            made.append((appraisal.record.id, certainty.grade(question, findings[0].outcome, evidence)))
    return tuple(made)
