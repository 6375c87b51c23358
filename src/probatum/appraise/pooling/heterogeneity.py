"""Variance between studies (tau2): estimators, their interval, Q and I2, for models with or without moderators.

`X` has one row a study and one column a coefficient (a column of ones where nothing but the mean is estimated).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

import numpy as np

from probatum.appraise.pooling.distributions import chi2_quantile
from probatum.appraise.pooling.effects import Array

ROUNDS: Final = 10_000
SETTLED: Final = 1e-12
"""Change of tau2, as a share of it, at which scoring ends: well above rounding, well below what is compared."""

VANISHED: Final = 1e-13
"""Where tau2 and its change are below this, tau2 is shrinking to nothing and scoring ends."""

GAIN: Final = 1e-9
"""Likelihoods nearer than this are equal but for rounding."""


_ROUNDING: Final = 1e-17


class Weighted(NamedTuple):
    """Weighted least squares: coefficients, their covariance, residuals, weights."""

    b: Array
    covariance: Array
    residuals: Array
    w: Array

    @property
    def q(self) -> float:
        """Weighted sum of squared residuals."""
        return float(self.w @ self.residuals**2)


def weighted(y: Array, x: Array, w: Array) -> Weighted:
    """Solve for the coefficients with the weights `w`."""
    covariance = np.linalg.inv(x.T @ (x * w[:, None]))
    b = covariance @ (x.T @ (w * y))
    return Weighted(b, np.asarray(covariance, dtype=float), y - x @ b, w)


def _trace(x: Array, fit: Weighted) -> float:
    """Trace of P, the matrix of weighted residuals."""
    trace = float(fit.w.sum() - np.trace(fit.covariance @ (x.T @ (x * fit.w[:, None] ** 2))))
    return max(trace, _ROUNDING * float(fit.w.sum()))  # one study of all the weight leaves nothing but rounding


def _trace_squared(x: Array, fit: Weighted) -> float:
    """Trace of P P."""
    w = fit.w[:, None]
    second = fit.covariance @ (x.T @ (x * w**2))
    third = fit.covariance @ (x.T @ (x * w**3))
    squares = float((fit.w**2).sum())
    return max(squares - 2 * float(np.trace(third)) + float(np.trace(second @ second)), _ROUNDING * squares)


def typical_variance(y: Array, v: Array, x: Array) -> float:
    """The within-study variance that is typical of the studies (Higgins & Thompson 2002, doi:10.1002/sim.1186)."""
    k, p = x.shape
    return float(k - p) / _trace(x, weighted(y, x, 1 / v))


def dersimonian_laird(y: Array, v: Array, x: Array) -> float:
    """Moment estimator with the weights of the common-effect model (DerSimonian & Laird 1986)."""
    k, p = x.shape
    fit = weighted(y, x, 1 / v)
    return max(0.0, float(fit.q - (k - p)) / _trace(x, fit))


def paule_mandel(y: Array, v: Array, x: Array) -> float:
    """The tau2 at which Q equals its degrees of freedom (Paule & Mandel 1982; DerSimonian & Kacker 2007)."""
    k, p = x.shape
    return _generalised_q_root(y, v, x, k - p)


def _generalised_q_root(y: Array, v: Array, x: Array, target: float) -> float:
    """The tau2 at which the generalised Q has fallen to `target`; 0 where it starts lower.

    Q is convex and falls as tau2 grows, so Newton's steps from the left never pass the root.
    """
    tau2 = 0.0
    for _ in range(ROUNDS):
        fit = weighted(y, x, 1 / (v + tau2))
        if fit.q <= target:
            break
        step = (fit.q - target) / float(np.sum((fit.w * fit.residuals) ** 2))
        tau2 += step
        if step <= 1e-15 * tau2:
            break
    return tau2


def reml(y: Array, v: Array, x: Array) -> float:
    """Restricted maximum likelihood by Fisher scoring (Viechtbauer 2005, doi:10.3102/10769986030003261).

    It starts at the estimate of Hedges & Olkin. Where the likelihood is higher at 0 than where scoring ended, which was
    a lesser peak, it starts again from 0: the highest peak may lie at 0 or just above.
    """
    tau2 = _scored(y, v, x, _unweighted(y, v, x))
    if _likelihood(y, v, x, 0.0) <= _likelihood(y, v, x, tau2) + GAIN:
        return tau2
    return _scored(y, v, x, 0.0)


def _scored(y: Array, v: Array, x: Array, start: float) -> float:
    """The peak of the restricted likelihood that scoring reaches from `start`.

    A step that would lead below 0 is halved, and from 0 none leads down; steps that swing about the peak are damped.
    """
    tau2, last, damping = start, 0.0, 1.0
    for _ in range(ROUNDS):
        fit = weighted(y, x, 1 / (v + tau2))
        step = (float(np.sum((fit.w * fit.residuals) ** 2)) - _trace(x, fit)) / _trace_squared(x, fit)
        if step <= 0 and tau2 == 0:
            break
        if step * last < 0 and 2 * abs(step) > abs(last):
            damping /= 2
        step *= damping
        while tau2 + step < 0:
            step /= 2
        tau2, last = tau2 + step, step
        if abs(step) <= SETTLED * tau2 or max(tau2, abs(step)) <= VANISHED:
            break
    return tau2


def _unweighted(y: Array, v: Array, x: Array) -> float:
    """Moment estimator with equal weights (Hedges & Olkin 1985)."""
    k, p = x.shape
    fit = weighted(y, x, np.ones(k))
    leverage = np.einsum("ij,jk,ik->i", x, fit.covariance, x)
    return max(0.0, (fit.q - float(v @ (1 - leverage))) / float(k - p))


def _likelihood(y: Array, v: Array, x: Array, tau2: float) -> float:
    """Restricted log-likelihood, but for a constant."""
    fit = weighted(y, x, 1 / (v + tau2))
    return float(0.5 * (np.log(fit.w).sum() + np.linalg.slogdet(fit.covariance)[1] - fit.q))


def q_profile(y: Array, v: Array, x: Array, level: float = 95.0) -> tuple[float, float]:
    """Interval of tau2 by the profile of the generalised Q (Viechtbauer 2007, doi:10.1002/sim.2514)."""
    k, p = x.shape
    tail = (1 - level / 100) / 2
    low = _generalised_q_root(y, v, x, chi2_quantile(tail, k - p))
    high = _generalised_q_root(y, v, x, chi2_quantile(1 - tail, k - p))
    return low, high


ESTIMATORS: Final[dict[str, Callable[[Array, Array, Array], float]]] = {
    "DL": dersimonian_laird,
    "PM": paule_mandel,
    "REML": reml,
}
"""Name -> estimator of tau2. `EE` (common effect) has none."""
