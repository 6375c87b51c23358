"""How large an effect is: only against a threshold that is published or that the user gave.

Standardised differences by 0.2, 0.5 and 0.8 (Cohen 1988; Cochrane Handbook, chapter 15.5.3.1). Differences in the
outcome's own unit against its minimal important difference: an effect whose whole interval lies below it is trivial.
For events the absolute difference counts, from the ratio and the risk under the comparator. A ratio without that risk
has no size: a third less of almost nothing is almost nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from probatum.appraise.certainty.beside import NOTHING, Beside
from probatum.appraise.certainty.body import Body
from probatum.model import Measure, Size

BANDS = ((0.8, Size.LARGE), (0.5, Size.MODERATE), (0.2, Size.SMALL))
"""Standardised difference from which an effect is of that size."""


def size(body: Body, beside: Beside = NOTHING) -> Size:
    """The size on which all effects of a body agree; empty where they do not, or where there is no threshold."""
    sizes = {judge(*effect, mid=beside.mid, risk=body.control_risk) for effect in _effects(body, beside)}
    return sizes.pop() if len(sizes) == 1 else Size.UNSAID


Effect = tuple[Measure, float, float | None, float | None]
"""Measure, estimate, and the ends of its interval where there is one."""


def _effects(body: Body, beside: Beside) -> Iterator[Effect]:
    pooled = beside.pooled
    if pooled is not None and pooled.estimate is not None:
        yield pooled.measure, pooled.estimate, pooled.low, pooled.high
        return
    for finding in body.findings:
        if finding.estimate is not None:
            ends = finding.interval
            low, high = (ends.low.value, ends.high.value) if ends else (None, None)
            yield finding.measure, finding.estimate.value, low, high


def judge(
    measure: Measure,
    estimate: float,
    low: float | None,
    high: float | None,
    *,
    mid: float | None = None,
    risk: float | None = None,
) -> Size:
    """The size of one effect. `mid` in the outcome's unit (events: percent); `risk` under the comparator, 0 to 1."""
    ends = None if low is None or high is None else (low, high)
    if measure is Measure.SMD:
        return _banded(estimate, ends)
    if measure is Measure.RISK_RATIO and mid and risk is not None:
        ends = None if ends is None else (100 * risk * (ends[0] - 1), 100 * risk * (ends[1] - 1))
        return _trivial(ends, mid)
    if measure in (Measure.MEAN_DIFFERENCE, Measure.RISK_DIFFERENCE) and mid:
        return _trivial(ends, mid)
    return Size.UNSAID


def _banded(estimate: float, ends: tuple[float, float] | None) -> Size:
    """By Cohen's bands; trivial only where the interval stays below an appreciable effect (0.5)."""
    for least, name in BANDS:
        if abs(estimate) >= least:
            return name
    return _trivial(ends, BANDS[1][0])


def _trivial(ends: tuple[float, float] | None, limit: float) -> Size:
    """Trivial where the whole interval lies within the limit on both sides; else nothing is said."""
    inside = ends is not None and -limit < ends[0] and ends[1] < limit
    return Size.TRIVIAL if inside else Size.UNSAID
