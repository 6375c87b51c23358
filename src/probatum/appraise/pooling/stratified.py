"""Pooling of 2x2 tables without a correction of zero cells: Mantel-Haenszel and Peto."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from probatum.appraise.pooling import distributions
from probatum.appraise.pooling.effects import BEARABLE, Array, Counts, Effects, counts_effects
from probatum.appraise.pooling.inverse import Fit, estimated
from probatum.model import Measure

MANTEL_HAENSZEL: Final = "MH"
PETO: Final = "PETO"

_Cells = tuple[Array, Array, Array, Array]


def mantel_haenszel(measure: Measure, counts: Counts, level: float = 95.0) -> Fit | None:
    """Mantel-Haenszel odds ratio, risk ratio (log scale) or risk difference; None where no table informs it.

    Tables that are incomplete or impossible are left out. Variances: Robins, Breslow & Greenland 1986,
    doi:10.2307/2531052 (odds ratio), Greenland & Robins 1985, doi:10.2307/2530643 (risk ratio), Sato 1989 (risk
    difference). Q measures the studies' own effects against the pooled one.
    """
    kept = _kept(counts)
    cells = _cells(kept)
    found = _POOLED[measure](cells)
    if found is None:
        return None
    value, variance, shares = found
    effects = counts_effects(measure, kept)
    told = np.ones(len(shares), dtype=bool) if measure is Measure.RISK_DIFFERENCE else _informative(cells)
    return _fit(MANTEL_HAENSZEL, value, variance, shares, Effects(effects.y[told], effects.v[told]), level)


def peto(counts: Counts, level: float = 95.0) -> Fit | None:
    """Peto's log odds ratio (Yusuf et al. 1985, doi:10.1016/S0033-0620(85)80003-7); None where no table informs it."""
    a, b, c, d = _cells(_kept(counts))
    n, n1, events = a + b + c + d, a + b, a + c
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        v = np.where(n > 1, n1 * (c + d) * events * (b + d) / (n**2 * (n - 1)), 0.0)
        excess = a - n1 * events / n
    told = v > BEARABLE[0]
    if not told.any():
        return None
    total = float(v.sum())
    effects = Effects(excess[told] / v[told], 1 / v[told])
    return _fit(PETO, float(excess[told].sum()) / total, 1 / total, v, effects, level)


def _kept(counts: Counts) -> Counts:
    possible = counts.possible
    return Counts(*(column[possible] for column in counts))


def _cells(counts: Counts) -> _Cells:
    return (counts.events1, counts.n1 - counts.events1, counts.events2, counts.n2 - counts.events2)


def _informative(cells: _Cells) -> NDArray[np.bool_]:
    """Tables with an event and a person without one; the others say nothing of a ratio."""
    a, b, c, d = cells
    return np.asarray((a + c > 0) & (b + d > 0))


def _fit(method: str, value: float, variance: float, shares: Array, effects: Effects, level: float) -> Fit:
    q = float(np.sum((effects.y - value) ** 2 / effects.v))
    df = len(effects.y) - 1
    return Fit(
        method=method,
        k=len(shares),
        estimate=estimated(value, math.sqrt(variance), level),
        tau2=0.0,
        i2=max(0.0, 100 * (q - df) / q) if q > 0 else 0.0,
        h2=q / df if df > 0 else 1.0,
        q=q,
        q_p=distributions.chi2_p(q, df),
        weights=tuple(float(w) for w in 100 * shares / shares.sum()),
    )


_Found = tuple[float, float, Array] | None


def _odds_ratio(cells: _Cells) -> _Found:
    a, b, c, d = cells
    n = a + b + c + d
    r, s = a * d / n, b * c / n
    one, other = float(r.sum()), float(s.sum())
    if one <= 0 or other <= 0:
        return None
    p, q = (a + d) / n, (b + c) / n
    variance = ((p * r).sum() / one**2 + ((p * s + q * r).sum()) / (one * other) + (q * s).sum() / other**2) / 2
    return math.log(one / other), float(variance), s


def _risk_ratio(cells: _Cells) -> _Found:
    a, b, c, d = cells
    n1, n2 = a + b, c + d
    n = n1 + n2
    r, s = a * n2 / n, c * n1 / n
    one, other = float(r.sum()), float(s.sum())
    if one <= 0 or other <= 0:
        return None
    variance = ((n1 * n2 * (a + c) - a * c * n) / n**2).sum() / (one * other)
    return math.log(one / other), float(variance), s


def _risk_difference(cells: _Cells) -> _Found:
    a, b, c, d = cells
    n1, n2 = a + b, c + d
    n = n1 + n2
    share = n1 * n2 / n
    total = float(share.sum())
    if total <= 0:
        return None
    value = float((a * n2 / n - c * n1 / n).sum()) / total
    one = (c * (n1 / n) ** 2 - a * (n2 / n) ** 2 + (n1 / n) * (n2 / n) * (n2 - n1) / 2).sum()
    other = (a * (n2 - c) / n + c * (n1 - a) / n).sum() / 2
    variance = float(value * one + other) / total**2
    return (value, variance, share) if variance > 0 else None


_POOLED: Final[dict[Measure, Callable[[_Cells], _Found]]] = {
    Measure.ODDS_RATIO: _odds_ratio,
    Measure.RISK_RATIO: _risk_ratio,
    Measure.RISK_DIFFERENCE: _risk_difference,
}
