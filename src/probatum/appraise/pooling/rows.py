"""What each study brings to a meta-analysis, wherever it was read: counts, means, or an estimate with its error."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
import numpy as np

from probatum.appraise.pooling.effects import Array, Counts, Effects, Means, counts_effects, means_effects
from probatum.model import Measure, PooledArm, Span

OF_COUNTS: Final = (Measure.ODDS_RATIO, Measure.RISK_RATIO, Measure.RISK_DIFFERENCE)
OF_MEANS: Final = (Measure.MEAN_DIFFERENCE, Measure.SMD)
PREFERRED: Final = (
    Measure.RISK_RATIO,
    Measure.HAZARD_RATIO,
    Measure.ODDS_RATIO,
    Measure.RATE_RATIO,
    Measure.MEAN_DIFFERENCE,
    Measure.SMD,
    Measure.RISK_DIFFERENCE,
)
"""Measures by preference. A risk ratio goes first for counts: ratios are more alike across studies than differences,
and it is read rightly more often than an odds ratio (Cochrane Handbook 10.4.3)."""


class Row(msgspec.Struct, frozen=True):
    """One study. `y` and `se` stand on the scale of pooling (logarithms for ratios) and belong to `measure`."""

    label: str
    arms: tuple[PooledArm, PooledArm] | None = None
    y: float | None = None
    se: float | None = None
    measure: Measure | None = None
    """The measure of `y`; None where a table does not say."""
    record: str = ""
    spans: tuple[Span, ...] = ()

    @property
    def counted(self) -> bool:
        """Whether both arms give events and people."""
        return self.arms is not None and all(arm.events is not None and arm.n is not None for arm in self.arms)

    @property
    def measured(self) -> bool:
        """Whether both arms give a mean, its standard deviation and people."""
        return self.arms is not None and all(
            arm.mean is not None and arm.sd is not None and arm.n is not None for arm in self.arms
        )

    def gives(self, measure: Measure) -> bool:
        """Whether the effect can be computed in that measure, or stands in it."""
        estimated = self.y is not None and self.se is not None and self.measure in (measure, None)
        return estimated or (measure in OF_COUNTS and self.counted) or (measure in OF_MEANS and self.measured)


def counts_of(rows: Sequence[Row]) -> Counts:
    """The 2x2 tables of the rows; NaN where a row has none."""
    pairs = [row.arms if row.counted and row.arms else (PooledArm(), PooledArm()) for row in rows]
    return Counts(
        _column(one.events for one, _ in pairs),
        _column(one.n for one, _ in pairs),
        _column(other.events for _, other in pairs),
        _column(other.n for _, other in pairs),
    )


def means_of(rows: Sequence[Row]) -> Means:
    """The means of the rows; NaN where a row has none."""
    pairs = [row.arms if row.measured and row.arms else (PooledArm(), PooledArm()) for row in rows]
    return Means(
        *(_column(getattr(pair[arm], name) for pair in pairs) for arm in (0, 1) for name in ("mean", "sd", "n"))
    )


def _column(values: Iterable[float | None]) -> Array:
    return np.array([math.nan if value is None else value for value in values], dtype=float)


def effects_of(rows: Sequence[Row], measure: Measure) -> Effects:
    """The effect of every row in that measure: from its arms where it gives them, else its own estimate."""
    y = np.full(len(rows), math.nan)
    v = np.full(len(rows), math.nan)
    for at, row in enumerate(rows):
        if row.y is not None and row.se is not None and row.measure in (measure, None):
            y[at], v[at] = row.y, row.se**2
    computed: Effects | None = None
    if measure in OF_COUNTS:
        computed = counts_effects(measure, counts_of(rows))
    elif measure in OF_MEANS:
        computed = means_effects(measure, means_of(rows))
    if computed is not None:
        y, v = np.where(computed.usable, computed.y, y), np.where(computed.usable, computed.v, v)
    return Effects(y, v)


def best_measure(rows: Sequence[Row]) -> Measure | None:
    """The measure in which most rows can be pooled: the first of equals in the order of preference."""
    counted = {measure: sum(row.gives(measure) for row in rows) for measure in PREFERRED}
    best = max(PREFERRED, key=lambda measure: counted[measure])
    return best if counted[best] else None
