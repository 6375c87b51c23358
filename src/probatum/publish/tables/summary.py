"""Summary of findings: one row an outcome, with studies, people, what each found, certainty and the sentence for it."""

from __future__ import annotations

import msgspec

from probatum.apply import Context, wording
from probatum.apply.composing.table import result
from probatum.apply.effects import effect_of
from probatum.apply.evidence.effect_words import effect_words
from probatum.apply.evidence.outcomes import OutcomeGroup, Told, graded_studies
from probatum.model import CertaintyStep, Finding, Measure, Record
from probatum.publish.tables.rows import arm_words, judged
from probatum.text import pooling
from probatum.text.expressions import caseless

MOST_RESULTS = 6
"""Results that a row tells; how many more there are is said."""


class Reason(msgspec.Struct, frozen=True):
    """One step of the certainty: the domain, how far it moved the level, and why."""

    domain: str
    change: int
    reason: str


class SummaryRow(msgspec.Struct, frozen=True):
    """One outcome. `people` is None where no study says how many it had."""

    outcome: str
    asked: bool
    studies: int
    people: int | None
    designs: tuple[str, ...]
    pooled: str
    """The results taken together, in one sentence; empty where they are not pooled."""
    results: tuple[str, ...]
    certainty: str
    """high, moderate, low, very low, or empty where nothing was graded."""
    reasons: tuple[Reason, ...]
    statement: str
    """The effect in one sentence for professionals, worded by its certainty; says so where there is no single one."""
    plain: str
    """The same in plain words."""
    records: tuple[str, ...]


def summary(context: Context) -> tuple[SummaryRow, ...]:
    """A row for each outcome of the studies that answer the question, most important first. Harms are in the evidence
    table."""
    return tuple(_row(group, context) for group in context.groups)


def _row(group: OutcomeGroup, context: Context) -> SummaryRow:
    studies = graded_studies(group)
    sizes = [study.n for study in studies if study.n is not None]
    items = [i for i in group.items if i.finding.record in {study.record for study in studies}]
    told = tuple(dict.fromkeys(map(_with_note, items)))
    more = len(told) - MOST_RESULTS
    certainty = group.certainty
    statement, plain = _sentences(group, context)
    return SummaryRow(
        outcome=group.name,
        asked=group.asked,
        studies=len(studies),
        people=sum(sizes) if sizes else None,
        designs=tuple(dict.fromkeys(study.design.value for study in studies)),
        pooled=wording.sentence(pooling.sentence(group.pooled)) if group.pooled else "",
        results=(*told[:MOST_RESULTS], f"and {more} more results in the evidence table") if more > 0 else told,
        certainty=certainty.level.value if certainty else "",
        reasons=tuple(_reason(step) for step in certainty.steps) if certainty else (),
        statement=statement,
        plain=plain,
        records=tuple(study.record for study in studies),
    )


def _reason(step: CertaintyStep) -> Reason:
    return Reason(step.domain.value, step.change, step.reason)


def _sentences(group: OutcomeGroup, context: Context) -> tuple[str, str]:
    effect = effect_of(group, context)
    if effect is None:
        none = "The results do not show one effect of what was asked: read them one by one."
        return none, none
    words = effect_words(effect, group, context)
    return wording.sentence(words.text), wording.sentence(words.plain)


def label(record: Record) -> str:
    """`Weiss 2016`, or the record's identifier where it names nobody."""
    return f"{record.authors[0].rsplit(' ', 1)[0]} {record.year or ''}".strip() if record.authors else record.id


def marks(finding: Finding) -> str:
    """What a table says beside an outcome: its role, harm, whom the finding is of, and how it was analysed."""
    harm = "serious harm" if finding.serious else "harm" if finding.harm else ""
    adjusted = "adjusted" if finding.adjusted else "unadjusted" if finding.adjusted is False else ""
    said = (finding.outcome_role.value, harm, finding.population, finding.analysis_set, adjusted)
    return ", ".join(mark for mark in said if mark)


def _arms(finding: Finding) -> str:
    """The arms, with their figures where the result does not already tell these."""
    if finding.estimate is None:
        return " v ".join(dict.fromkeys(arm.arm for arm in finding.arms if arm.arm))
    return " v ".join(arm_words(arm) for arm in finding.arms if arm.arm or arm.events or arm.value)


def result_words(item: Told) -> str:
    """A result as its source gives it: `Weiss 2016: risk ratio 0.8 (95% CI 0.6 to 0.9); p = 0.01, significant ...`."""
    finding, study = item.finding, item.appraisal.study
    named = "" if finding.measure in (Measure.P_ONLY, Measure.OTHER) else finding.measure.value
    interval = wording.interval_words(finding.interval)
    figures = " ".join(part for part in (named, result(finding), f"({interval})" if interval else "") if part)
    arms = _arms(finding)
    test = ", ".join(part for part in (finding.p.text if finding.p else "", judged(finding, study.alpha)) if part)
    at = _when(finding.timepoint) if finding.timepoint else ""
    return f"{label(item.appraisal.record)}: " + "; ".join(part for part in (figures, arms, test, at) if part)


_SAID_WHEN = caseless(r"^(?:at|over|after|within|in|during|for|from|by|on|between|before|up to)\b")


def _when(timepoint: str) -> str:
    """`at 6 months`; a time that is told with its own `over` or `after` keeps it."""
    said = _SAID_WHEN.match(timepoint)
    return wording.lower(timepoint) if said else f"at {timepoint}"


def _with_note(item: Told) -> str:
    """A result with what makes it indirect, which its certainty took account of."""
    note = item.appraisal.directness.note
    return f"{result_words(item)}; indirect: {note}" if note else result_words(item)
