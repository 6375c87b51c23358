"""Inverse-variance pooling: common effect, random effects, meta-regression. Held to R's metafor by 1e-6.

PyMARE 0.0.13 and statsmodels 0.15 were weighed first: see docs/building/pooling.md for what they lack.
"""

from __future__ import annotations

import math
from typing import Final

import msgspec
import numpy as np

from probatum.appraise.pooling import distributions
from probatum.appraise.pooling.effects import Array
from probatum.appraise.pooling.heterogeneity import ESTIMATORS, Weighted, typical_variance, weighted

COMMON: Final = "EE"
METHODS: Final = (COMMON, *ESTIMATORS)


class Estimate(msgspec.Struct, frozen=True):
    """An estimate with its standard error, test (z, or t where `df` is given), p and interval."""

    value: float
    se: float
    statistic: float
    p: float
    low: float
    high: float
    df: int | None = None


class Fit(msgspec.Struct, frozen=True):
    """A fitted model. Ratios are on the log scale. `i2` is in percent."""

    method: str
    k: int
    estimate: Estimate
    tau2: float
    i2: float
    h2: float
    q: float
    q_p: float
    weights: tuple[float, ...]
    """Share of every study in percent, in the order given."""
    prediction: tuple[float, float] | None = None
    """Interval in which the effect of a new study is expected; None where tau2 is not estimated."""


def estimated(value: float, se: float, level: float = 95.0, df: int | None = None) -> Estimate:
    """The estimate with its test against 0: a z, or a t with `df` degrees of freedom."""
    statistic = value / se if se else math.inf
    if df is None:
        p, critical = distributions.normal_p(statistic), distributions.normal_quantile(level)
    else:
        p, critical = distributions.t_p(statistic, df), distributions.t_quantile(level, df)
    return Estimate(value, se, statistic, p, value - critical * se, value + critical * se, df)


def fit(y: Array, v: Array, method: str = "REML", *, hartung_knapp: bool = False, level: float = 95.0) -> Fit:
    """Pool effects `y` with sampling variances `v` (all finite, v > 0, at least one).

    `method` is one of METHODS. `hartung_knapp` tests with t and the observed spread (Knapp & Hartung 2003,
    doi:10.1002/sim.1482); its prediction interval then uses t too. It needs two studies.
    """
    x = np.ones((len(y), 1))
    common = weighted(y, x, 1 / v)
    tau2 = _tau2(y, v, x, method)
    model = common if method == COMMON else weighted(y, x, 1 / (v + tau2))
    estimate = _estimate(model, x, hartung_knapp, level)
    df = len(y) - 1
    i2, h2 = _shares(method, tau2, common.q, df, typical_variance(y, v, x) if df else math.nan)
    return Fit(
        method=method,
        k=len(y),
        estimate=estimate,
        tau2=tau2,
        i2=i2,
        h2=h2,
        q=common.q,
        q_p=distributions.chi2_p(common.q, df),
        weights=tuple(float(w) for w in 100 * model.w / model.w.sum()),
        prediction=None if method == COMMON or not df else _prediction(estimate, tau2, level),
    )


def _tau2(y: Array, v: Array, x: Array, method: str) -> float:
    k, p = x.shape
    return 0.0 if method == COMMON or k <= p else ESTIMATORS[method](y, v, x)


def _estimate(model: Weighted, x: Array, hartung_knapp: bool, level: float, at: int = 0) -> Estimate:
    """The coefficient at that place with its test."""
    value, variance = float(model.b[at]), float(model.covariance[at, at])
    df = x.shape[0] - x.shape[1]
    if hartung_knapp and df > 0:
        return estimated(value, math.sqrt(variance * model.q / df), level, df)
    return estimated(value, math.sqrt(variance), level)


def _shares(method: str, tau2: float, q: float, df: int, typical: float) -> tuple[float, float]:
    """I2 in percent and H2: from Q for a common effect, else from tau2 (Higgins & Thompson 2002)."""
    if not df:
        return 0.0, 1.0
    if method == COMMON:
        return (max(0.0, 100 * (q - df) / q) if q else 0.0), q / df
    return 100 * tau2 / (typical + tau2), tau2 / typical + 1


def _prediction(estimate: Estimate, tau2: float, level: float) -> tuple[float, float]:
    """Estimate plus and minus the spread of a new study's effect (Higgins et al. 2009), by the estimate's own test."""
    quantile = distributions.normal_quantile
    critical = quantile(level) if estimate.df is None else distributions.t_quantile(level, estimate.df)
    spread = critical * math.sqrt(estimate.se**2 + tau2)
    return estimate.value - spread, estimate.value + spread


def moderator(y: Array, v: Array, by: Array, method: str = "REML", level: float = 95.0) -> Estimate | None:
    """Slope of the effect on one moderator `by` in a meta-regression; None under three studies or without a spread."""
    if len(y) < 3 or np.ptp(by) == 0:
        return None
    x = np.column_stack([np.ones(len(y)), by])
    model = weighted(y, x, 1 / (v + _tau2(y, v, x, method)))
    return _estimate(model, x, False, level, at=1)
