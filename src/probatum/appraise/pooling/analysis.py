"""Rows of studies into one Pooled, by the analysis that is asked for; without an estimate it says why not."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Final

import msgspec
import numpy as np

from probatum.appraise.pooling import asymmetry, heterogeneity, inverse, stratified
from probatum.appraise.pooling.distributions import normal_quantile
from probatum.appraise.pooling.effects import Array, Effects
from probatum.appraise.pooling.rows import OF_COUNTS, Row, best_measure, counts_of, effects_of
from probatum.model import Measure, Pooled, PooledStudy

TABLES: Final = (stratified.MANTEL_HAENSZEL, stratified.PETO)
METHODS: Final = ("REML", "DL", "PM", inverse.COMMON, *TABLES)
TESTS: Final = ("auto", "Hartung-Knapp", "Wald")
RATIOS: Final = frozenset((Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO))
MOST_LEFT_OUT_IN_TURN: Final = 200
"""Studies up to which the result is computed without each in turn."""

_FURTHEST: Final = 300.0
"""Logarithm at which ratios end."""

_NO_VARIANCE: Final = 1e-12
"""Below this tau2 is 0 but for rounding."""


class Analysis(msgspec.Struct, frozen=True):
    """How to pool: measure, method, one of TESTS, the level of the intervals, and what is compared.

    The test `auto` takes Hartung-Knapp for random effects of three studies or more whose tau2 is above 0, else Wald
    (Cochrane Handbook 2024, chapter 10): of two studies the interval of Hartung and Knapp says next to nothing, and
    without heterogeneity it can be narrower than Wald's.
    """

    measure: Measure | None = None
    """None: what most rows give (`settled` decides)."""
    method: str = "REML"
    """One of METHODS, or `common`: Mantel-Haenszel for counts, inverse variance for all else."""
    test: str = "auto"
    level: float = 95.0
    outcome: str = ""
    intervention: str = ""
    comparator: str = ""
    unit: str = ""

    @property
    def random(self) -> bool:
        """True where a variance between studies is estimated."""
        return self.method in heterogeneity.ESTIMATORS

    @property
    def back(self) -> Callable[[float], float]:
        """From the scale of pooling to that of the measure."""
        return _ratio if self.measure in RATIOS else float


def _ratio(logarithm: float) -> float:
    """The ratio of a logarithm; what is beyond all numbers ends at the largest."""
    return math.exp(min(max(logarithm, -_FURTHEST), _FURTHEST))


def settled(analysis: Analysis, rows: Sequence[Row]) -> Analysis:
    """The analysis with its measure and method decided by what the rows give."""
    measure = analysis.measure or best_measure(rows) or Measure.OTHER
    method = analysis.method
    if method == "common":
        by_table = measure in OF_COUNTS and all(row.counted for row in rows)
        method = stratified.MANTEL_HAENSZEL if by_table else inverse.COMMON
    if method == stratified.PETO:
        measure = Measure.ODDS_RATIO
    return msgspec.structs.replace(analysis, measure=measure, method=method)


def pool_rows(rows: Sequence[Row], wanted: Analysis, *, left_out: Sequence[tuple[str, str]] = ()) -> Pooled:
    """Pool the rows that give an effect in the measure; the others are named with the reason.

    `left_out` names studies that were left out before.
    """
    analysis = settled(wanted, rows)
    measure = analysis.measure or Measure.OTHER
    effects = effects_of(rows, measure)
    reasons = [_lacks(row, bool(good), analysis) for row, good in zip(rows, effects.usable, strict=True)]
    kept = np.array([not reason for reason in reasons], dtype=bool)
    used = [row for row, reason in zip(rows, reasons, strict=True) if not reason]
    effects = Effects(effects.y[kept], effects.v[kept])
    unused = (*left_out, *((row.label, reason) for row, reason in zip(rows, reasons, strict=True) if reason))
    frame = Pooled(
        measure=measure,
        outcome=analysis.outcome,
        intervention=analysis.intervention,
        comparator=analysis.comparator,
        unit=analysis.unit,
        level=analysis.level,
        studies=_studies(used, effects, analysis),
        left_out=unused,
        why_not=_too_few(used, unused),
    )
    return frame if frame.why_not else _pooled(frame, used, effects, analysis)


def _lacks(row: Row, usable: bool, analysis: Analysis) -> str:
    """Why a row cannot be used; empty where it can."""
    if analysis.method in TABLES and not row.counted:
        return "it gives no events and people by arm"
    if not usable:
        told = row.arms is not None or row.y is not None
        sought = analysis.measure.value if analysis.measure else "effect"
        return f"its numbers give no {sought}" if told else "a number is missing"
    if analysis.measure in RATIOS and row.counted and row.arms is not None:
        one, other = row.arms
        if one.events == other.events == 0:
            return "no event in either arm, so it tells nothing of a ratio"
        if one.events == one.n and other.events == other.n:
            return "an event in everybody, so it tells nothing of a ratio"
    return ""


def _too_few(used: Sequence[Row], left_out: Sequence[tuple[str, str]]) -> str:
    if len(used) > 1:
        return ""
    reasons = "; ".join(dict.fromkeys(reason for _, reason in left_out))
    why = "one study alone is no meta-analysis" if used else "no study gives what is needed"
    return f"{why} ({reasons})" if reasons else why


def _studies(used: Sequence[Row], effects: Effects, analysis: Analysis) -> tuple[PooledStudy, ...]:
    """The studies on the scale of the measure, not yet weighed; their intervals are by z."""
    critical, back = normal_quantile(analysis.level), analysis.back
    made = []
    for row, y, v in zip(used, effects.y.tolist(), effects.v.tolist(), strict=True):
        half = critical * math.sqrt(v)
        low, high = back(y - half), back(y + half)
        made.append(PooledStudy(row.label, back(y), low, high, 0.0, row.arms, row.record, row.spans))
    return tuple(made)


def _pooled(frame: Pooled, used: Sequence[Row], effects: Effects, analysis: Analysis) -> Pooled:
    fit, test = _fit(used, effects, analysis)
    if fit is None:
        return msgspec.structs.replace(frame, why_not="no study has both an event and a person without one")
    back, (y, v) = analysis.back, effects
    of_tables = analysis.method in TABLES
    by = inverse.COMMON if of_tables else analysis.method
    slope = asymmetry.egger(y, v, by) if len(y) >= asymmetry.ENOUGH else None
    made = msgspec.structs.replace(
        frame,
        model="random effects" if analysis.random else "common effect",
        method=analysis.method,
        test=test,
        studies=_weighed(frame.studies, fit.weights, [] if of_tables else _without(y, v, analysis, test)),
        estimate=back(fit.estimate.value),
        low=back(fit.estimate.low),
        high=back(fit.estimate.high),
        p=fit.estimate.p,
        prediction=(back(fit.prediction[0]), back(fit.prediction[1])) if fit.prediction and len(y) > 2 else None,
        i2=fit.i2,
        h2=fit.h2,
        q=fit.q,
        q_p=fit.q_p,
        egger_p=slope.p if slope else None,
    )
    if analysis.random:
        interval = heterogeneity.q_profile(y, v, np.ones((len(y), 1)), analysis.level)
        made = msgspec.structs.replace(made, tau2=_rounded(fit.tau2), tau2_interval=interval)
    return msgspec.structs.replace(made, notes=_notes(made, used, analysis))


def _fit(used: Sequence[Row], effects: Effects, analysis: Analysis) -> tuple[inverse.Fit | None, str]:
    """The fit and the test that it was made with."""
    if analysis.method == stratified.PETO:
        return stratified.peto(counts_of(used), analysis.level), "Wald"
    if analysis.method == stratified.MANTEL_HAENSZEL:
        measure = analysis.measure if analysis.measure in OF_COUNTS else Measure.RISK_RATIO
        return stratified.mantel_haenszel(measure, counts_of(used), analysis.level), "Wald"
    wald = inverse.fit(*effects, analysis.method, level=analysis.level)
    by_spread = analysis.random and len(used) > 2 and wald.tau2 > _NO_VARIANCE
    if analysis.test == "Wald" or (analysis.test == "auto" and not by_spread):
        return wald, "Wald"
    return inverse.fit(*effects, analysis.method, hartung_knapp=True, level=analysis.level), "Hartung-Knapp"


def _rounded(tau2: float) -> float:
    return tau2 if tau2 > _NO_VARIANCE else 0.0


def _without(y: Array, v: Array, analysis: Analysis, test: str) -> list[tuple[float, float, float]]:
    """The result without each study in turn; empty for two studies, and for very many."""
    if not 2 < len(y) <= MOST_LEFT_OUT_IN_TURN:
        return []
    back = analysis.back
    fits = asymmetry.leave_one_out(y, v, analysis.method, hartung_knapp=test == "Hartung-Knapp", level=analysis.level)
    return [(back(f.estimate.value), back(f.estimate.low), back(f.estimate.high)) for f in fits]


def _weighed(
    studies: Sequence[PooledStudy], weights: Sequence[float], without: Sequence[tuple[float, float, float]]
) -> tuple[PooledStudy, ...]:
    return tuple(
        msgspec.structs.replace(study, weight=weight, without=without[at] if without else None)
        for at, (study, weight) in enumerate(zip(studies, weights, strict=True))
    )


def _notes(made: Pooled, used: Sequence[Row], analysis: Analysis) -> tuple[str, ...]:
    notes = []
    corrected = [row.label for row in used if _has_zero(row)] if analysis.measure in OF_COUNTS else []
    if corrected and analysis.method not in TABLES:
        notes.append(f"0.5 was added to every cell of tables with a zero cell: {', '.join(corrected)}")
    if analysis.random and made.k < 5:
        notes.append(f"with {made.k} studies the variance between them is hardly known")
    if any(row.arms is None for row in used) and any(row.arms is not None for row in used):
        notes.append("some studies enter by their own estimate, others by their arms")
    return tuple(notes)


def _has_zero(row: Row) -> bool:
    if not row.counted or row.arms is None:
        return False
    return any(arm.events == 0 or arm.events == arm.n for arm in row.arms)
