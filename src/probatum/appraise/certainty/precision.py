"""Imprecision: few people or events, an interval that holds benefit and harm, or no interval at all.

Guyatt et al. 2011, GRADE guidelines 6, doi:10.1016/j.jclinepi.2011.01.012; Zeng et al. 2022, GRADE guidance 34,
doi:10.1016/j.jclinepi.2022.07.014.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from probatum.appraise.certainty.beside import NOTHING, Beside
from probatum.appraise.certainty.body import Body, figures, joined
from probatum.appraise.certainty.information import (
    EVENTS_NEEDED,
    PEOPLE_NEEDED,
    people_for_events,
    people_for_means,
)
from probatum.appraise.certainty.scale import DIFFERENCES, RATIOS, null
from probatum.model import CertaintyStep, Direction, Domain, Finding, Interval, Measure, Span

FEW = 100
SPARSE = 50
TINY = 30
"""Fewer people than this say next to nothing (GRADE 34)."""
APPRECIABLE = (0.75, 1.25)
"""Relative effects beyond which benefit or harm is appreciable (GRADE 6)."""
APPRECIABLE_SMD = 0.5
"""Standardised difference that is appreciable (GRADE 6)."""


class Range(msgspec.Struct, frozen=True):
    """An interval of a between-group effect, from a finding or pooled, with the words in which it is printed."""

    measure: Measure
    low: float
    high: float
    words: str

    @property
    def crosses(self) -> bool:
        """True when it holds no effect."""
        return self.low <= null(self.measure) <= self.high


def imprecision(body: Body, beside: Beside = NOTHING) -> list[CertaintyStep]:
    """Down for few people or events, for an interval that holds both benefit and harm, or for no interval at all."""
    ranges = tuple(_ranges(body, beside))
    intervals = bool(ranges) or any(f.interval for f in body.findings)
    none = not any(f.significant for f in body.findings) and any(_nothing(f) for f in body.findings)
    wordy = body.rank == "synthesis" and not ranges and not any(figures(f) for f in body.findings)
    untested = not any(f.p or f.significant is not None for f in body.findings)
    lacking = "no number is reported" if wordy else "" if intervals else _lacking(untested)
    small, spread = _small(body, beside), _spread(ranges, beside)
    reasons = [r for r in (_size(body, beside), _wide(body, ranges, none), lacking) if r]
    change = _change(body, small, spread, none, bare=wordy or (not intervals and untested), intervals=intervals)
    if not change:
        return []
    if (body.weight or PEOPLE_NEEDED) < TINY and not intervals:
        change -= 1  # one domain is told once, however far it goes down
        reasons.append("with so few almost any size of effect remains possible")
    return [CertaintyStep(Domain.IMPRECISION, change, joined(reasons), _figures(body))]


def _change(body: Body, small: bool, spread: int, none: bool, *, bare: bool, intervals: bool) -> int:
    """Steps down, 0 to -2."""
    if spread > 1:
        return -2
    if small:
        sparse = (body.weight or PEOPLE_NEEDED) < SPARSE
        return -2 if sparse or ((body.weight or 0) < FEW and none) else -1
    uncounted = body.people is None and body.at_least < PEOPLE_NEEDED and (not intervals or body.rank != "synthesis")
    unsure = bare or uncounted or (not intervals and none)
    return -1 if unsure or spread == 1 else 0


def _lacking(untested: bool) -> str:
    return "no interval and no p value is reported" if untested else "no interval is reported"


def _nothing(finding: Finding) -> bool:
    return finding.significant is False or finding.direction is Direction.NONE_DETECTED


def _figures(body: Body) -> tuple[Span, ...]:
    return tuple(s.n_span for s in body.studies if s.n_span)[:4] or body.spans()


# --- how many people


def _needed(body: Body, beside: Beside) -> int | None:
    """People an adequate trial would need; None where no figure says it."""
    risk = body.control_risk
    if risk is not None:
        return people_for_events(risk)
    sd = body.spread
    if beside.mid and sd is not None:
        return people_for_means(sd, beside.mid)
    return None


def _small(body: Body, beside: Beside) -> bool:
    needed = _needed(body, beside)
    if needed is not None and body.weight is not None:
        enough = body.events is not None and body.events >= EVENTS_NEEDED
        return body.weight < needed and not enough
    if body.events is not None and body.weight is not None:
        return body.events < EVENTS_NEEDED
    return body.weight is not None and body.weight < PEOPLE_NEEDED


def _size(body: Body, beside: Beside) -> str:
    if body.people is None:
        return "" if body.at_least >= PEOPLE_NEEDED else "how many people took part could not be read"
    if not _small(body, beside):
        return ""
    needed = _needed(body, beside)
    among = "" if len(body.studies) == 1 else " in all"
    if needed is not None:
        # How many is our own arithmetic, on constants that no source holds: no sentence could be traced for it.
        return f"only {body.people:,} people took part{among}, fewer than an adequate trial would need"
    if body.events is not None:
        return f"there were few events among {body.people:,} people"
    return f"only {body.people:,} people took part{among}"


# --- how wide


def _ranges(body: Body, beside: Beside) -> Iterator[Range]:
    """The pooled interval where there is one, else those of the findings."""
    pooled = beside.pooled
    if pooled is not None and pooled.low is not None and pooled.high is not None:
        yield Range(pooled.measure, pooled.low, pooled.high, f"{pooled.low:.3g} to {pooled.high:.3g}")
        return
    for finding in body.findings:
        interval = finding.interval
        if interval is not None and finding.measure in (*RATIOS, *DIFFERENCES, Measure.CHANGE):
            low, high = interval.low, interval.high
            yield Range(finding.measure, low.value, high.value, f"{low.text} to {high.text}")


def _wide(body: Body, ranges: tuple[Range, ...], none: bool) -> str:
    crossing = next((r for r in ranges if r.crosses), None)
    if crossing:
        return f"the interval runs from {crossing.words} and includes no effect"
    if none:
        values = [f.p.text for f in body.findings if f.p and f.significant is False]
        return f"no effect was detected ({values[0]})" if values else "no effect was detected"
    return ""


def crosses(finding: Finding, interval: Interval) -> bool:
    """True when the interval of a between-group effect holds no effect (1 for ratios, 0 for differences)."""
    if finding.measure not in (*RATIOS, *DIFFERENCES, Measure.CHANGE):
        return False
    return interval.low.value <= null(finding.measure) <= interval.high.value


def _bounds(measure: Measure, beside: Beside) -> tuple[float, float] | None:
    """Effects from which benefit or harm is appreciable; None where nobody has said."""
    if measure in RATIOS:
        return APPRECIABLE
    if measure is Measure.SMD:
        return -APPRECIABLE_SMD, APPRECIABLE_SMD
    if beside.mid and measure in (Measure.MEAN_DIFFERENCE, Measure.RISK_DIFFERENCE):
        return -beside.mid, beside.mid
    return None


def _spread(ranges: tuple[Range, ...], beside: Beside) -> int:
    """0: narrow; 1: holds no effect and appreciable benefit or harm; 2: holds both. The narrowest interval counts."""
    judged = []
    for one in ranges:
        bounds = _bounds(one.measure, beside)
        if bounds is not None:
            judged.append((one.low <= bounds[0]) + (one.high >= bounds[1]) if one.crosses else 0)
    return min(judged, default=0)
