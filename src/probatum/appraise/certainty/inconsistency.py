"""Inconsistency: studies that point different ways, or results that differ more than chance explains.

Guyatt et al. 2011, GRADE guidelines 7, doi:10.1016/j.jclinepi.2011.03.017: the sides on which estimates lie and whether
intervals overlap come before I-squared, whose thresholds are rough (Cochrane Handbook, chapter 10.10.2). That one study
reached significance and another did not is no inconsistency where their intervals overlap.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from probatum.appraise.certainty.beside import Effect, Pooling
from probatum.appraise.certainty.body import Body, in_words
from probatum.appraise.certainty.scale import null
from probatum.model import CertaintyStep, Direction, Domain, Finding, Interval, Measure, SectionKind, Span
from probatum.text.expressions import expression

SUBSTANTIAL = 50.0
"""I-squared in percent that may be substantial."""
CONSIDERABLE = 75.0
SOME = 30.0
"""I-squared in percent from which a prediction interval is asked."""
I_SQUARED = expression(
    r"\bI(?:2|²|\(2\)|-squared| squared| 2)(?:\s*(?:=|of|was|:)\s*|\s)(?P<v>\d{1,3}(?:\.\d+)?) ?%", re.IGNORECASE
)


def inconsistency(body: Body, pooled: Pooling | None = None) -> list[CertaintyStep]:
    """Down when studies disagree in direction, when intervals lie apart, or when a pooled result is heterogeneous."""
    if pooled is not None and len(pooled.studies) > 1 and pooled.estimate is not None:
        return _pooled(body, pooled)
    if body.rank == "synthesis":
        return _printed(body)
    return _contradiction(body) or _apart(body) or _split(body)


def _step(change: int, reason: str, body: Body, *records: str) -> list[CertaintyStep]:
    return [CertaintyStep(Domain.INCONSISTENCY, change, reason, body.spans(*records))]


# --- pooled figures


def _pooled(body: Body, pooled: Pooling) -> list[CertaintyStep]:
    """By the sides of the estimates, the overlap of the intervals, I-squared and the prediction interval."""
    i2, neutral = pooled.i2 or 0.0, null(pooled.measure)
    sure = [s for s in pooled.studies if not s.low <= neutral <= s.high]
    opposed = any(s.estimate < neutral for s in sure) and any(s.estimate > neutral for s in sure)
    if opposed and i2 >= CONSIDERABLE:
        reason = f"Studies contradict each other, far more than chance explains (I2 = {i2:.0f} %)."
        return _step(-2, reason, body)
    sides = {s.estimate < neutral for s in pooled.studies}
    if i2 >= SUBSTANTIAL and (len(sides) > 1 or not _overlap(pooled.studies)):
        return _step(-1, f"The pooled studies differ more than chance explains (I2 = {i2:.0f} %).", body)
    if i2 >= SOME and pooled.prediction and _shown(pooled, neutral):
        low, high = pooled.prediction
        if low <= neutral <= high:
            reason = f"A new study may find no effect or the opposite (prediction interval {low:.3g} to {high:.3g})."
            return _step(-1, reason, body)
    return []


def _shown(pooled: Pooling, neutral: float) -> bool:
    return pooled.low is not None and pooled.high is not None and not pooled.low <= neutral <= pooled.high


def _overlap(effects: Sequence[Effect]) -> bool:
    """True when every two intervals share a value."""
    return max(e.low for e in effects) <= min(e.high for e in effects)


# --- a review's own figure


def _printed(body: Body) -> list[CertaintyStep]:
    """By the I-squared that a review prints in the sentence of its result."""
    for finding in body.findings:
        match = I_SQUARED.search(finding.sentence.quote)
        if match and float(match["v"]) >= SUBSTANTIAL:
            reason = f"The pooled studies differ beyond chance (I2 = {match['v']} %)."
            return [CertaintyStep(Domain.INCONSISTENCY, -1, reason, (finding.sentence.inner(*match.span()),))]
        if match:
            return []
    return _told_so(body)


_HETEROGENEOUS = expression(
    r"(?<!no )(?<!not )(?<!without )(?<!low )\b(?:high|substantial|considerable|marked|significant|large)"
    r"(?: statistical)? heterogeneity\b"
    r"|\b(?:trials|studies|results) (?:\w+ ){0,4}(?:differed|varied) (?:much|widely|greatly|considerably|markedly)\b",
    re.IGNORECASE,
)
_DIFFERED = expression(r"\b(?:differed|varied) (?:much|widely|greatly|considerably|markedly)$", re.IGNORECASE)


def _told_so(body: Body) -> list[CertaintyStep]:
    """By the review's own words, where the sentence of its result prints no figure for it."""
    for study in body.studies:
        span = study.design_span
        for section in span.source.sections if span else ():
            found = _HETEROGENEOUS.search(section.text) if section.kind is SectionKind.ABSTRACT else None
            if span and found:
                words = Span(span.source, section.id, *found.span())
                reason = f"The review tells of {words.quote.lower()} between its studies."
                if _DIFFERED.search(words.quote):
                    reason = f"The review says of its studies: {words.quote.lower()}."
                return [CertaintyStep(Domain.INCONSISTENCY, -1, reason, (words,))]
    return []


# --- single studies


def _contradiction(body: Body) -> list[CertaintyStep]:
    """Two steps where one study found significantly less and another significantly more."""
    verdicts = _verdicts(body)
    lower = [r for r, v in verdicts.items() if v == (Direction.LOWER, True)]
    higher = [r for r, v in verdicts.items() if v == (Direction.HIGHER, True)]
    if not lower or not higher:
        return []
    reason = f"Studies contradict each other: {in_words(len(lower))} found less and {in_words(len(higher))} found more."
    return _step(-2, reason, body, *lower, *higher)


def _apart(body: Body) -> list[CertaintyStep]:
    """One step where the intervals of two studies of one measure share no value."""
    for one, other in combinations(_told(body).values(), 2):
        first, second = one.interval, other.interval
        if first is None or second is None or one.measure is not other.measure or one.unit != other.unit:
            continue
        if first.low.value > second.high.value or second.low.value > first.high.value:
            reason = (
                f"The intervals of two studies lie apart ({first.low.text} to {first.high.text} and"
                f" {second.low.text} to {second.high.text})."
            )
            return _step(-1, reason, body, one.record, other.record)
    return []


def _told(body: Body) -> dict[str, Finding]:
    """The first finding of each study that has an interval of a between-group effect."""
    made: dict[str, Finding] = {}
    for finding in body.findings:
        if finding.interval and finding.measure in COMPARED:
            made.setdefault(finding.record, finding)
    return made


COMPARED = (
    Measure.RISK_RATIO,
    Measure.ODDS_RATIO,
    Measure.HAZARD_RATIO,
    Measure.RATE_RATIO,
    Measure.MEAN_DIFFERENCE,
    Measure.SMD,
    Measure.RISK_DIFFERENCE,
)


def _split(body: Body) -> list[CertaintyStep]:
    """One step where some studies found an effect and others did not, unless their intervals overlap."""
    verdicts = _verdicts(body)
    lower = [r for r, v in verdicts.items() if v == (Direction.LOWER, True)]
    shown = lower or [r for r, v in verdicts.items() if v == (Direction.HIGHER, True)]
    way = Direction.LOWER if lower else Direction.HIGHER
    against = [r for r, (d, sure) in verdicts.items() if sure is False and d is not way]
    if not shown or not against:
        return []
    told = _told(body)
    intervals = [told[r].interval for r in (*shown, *against) if r in told]
    if len(intervals) == len(shown) + len(against) and _share([i for i in intervals if i]):
        return []
    found, not_found = in_words(len(shown)).capitalize(), in_words(len(against))
    reason = f"{found} of the {in_words(len(verdicts))} studies found an effect and {not_found} did not."
    return _step(-1, reason, body, *shown, *against)


def _share(intervals: Sequence[Interval]) -> bool:
    return max(i.low.value for i in intervals) <= min(i.high.value for i in intervals)


def _verdicts(body: Body) -> dict[str, tuple[Direction, bool | None]]:
    return {s.record: _verdict(body.of(s.record)) for s in body.studies}


def _verdict(findings: tuple[Finding, ...]) -> tuple[Direction, bool | None]:
    """What a study says as a whole: its significant findings before the others."""
    sure = [f for f in findings if f.significant]
    if sure:
        return sure[0].direction, True
    tested = [f for f in findings if f.significant is False]
    if tested:
        return tested[0].direction, False
    return (findings[0].direction, None) if findings else (Direction.UNCLEAR, None)
