"""Effect sizes of studies with their sampling variances: what `metafor::escalc` calls yi and vi, by its defaults.

Arrays hold one number a study. A study whose effect cannot be computed (a number is missing or impossible) has NaN.
Ratios stand on the log scale. Formulas: Cochrane Handbook for Systematic Reviews of Interventions, section 6 and 10;
Viechtbauer 2010, doi:10.18637/jss.v036.i03.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from probatum.model import Measure

Array = NDArray[np.float64]


BEARABLE: Final = (1e-18, 1e18)
"""Least and largest variance that is pooled."""


class Effects(NamedTuple):
    """Effect `y` of every study and its sampling variance `v`; NaN where there is none."""

    y: Array
    v: Array

    @property
    def usable(self) -> NDArray[np.bool_]:
        """Which studies have an effect that can be pooled: finite, with a variance that arithmetic can bear."""
        low, high = BEARABLE
        with np.errstate(invalid="ignore"):
            return np.asarray((np.abs(self.y) <= high) & (self.v >= low) & (self.v <= high))


class Counts(NamedTuple):
    """Events and people in the two arms (1: the one asked about, 2: its comparator)."""

    events1: Array
    n1: Array
    events2: Array
    n2: Array

    @property
    def possible(self) -> NDArray[np.bool_]:
        """Which tables are complete, have people in both arms, and no more events than people."""
        with np.errstate(invalid="ignore"):
            return (
                (self.events1 >= 0)
                & (self.events2 >= 0)
                & (self.events1 <= self.n1)
                & (self.events2 <= self.n2)
                & (self.n1 > 0)
                & (self.n2 > 0)
            )

    def corrected(self, add: float = 0.5) -> tuple[Array, Array, Array, Array]:
        """The cells a, b, c, d; `add` goes to all four of a table that has a zero cell. Impossible tables are NaN."""
        cells = np.array([self.events1, self.n1 - self.events1, self.events2, self.n2 - self.events2], dtype=float)
        cells[:, ~self.possible] = np.nan
        a, b, c, d = cells + add * (cells == 0).any(axis=0)
        return a, b, c, d


class Means(NamedTuple):
    """Mean, standard deviation and people in the two arms."""

    mean1: Array
    sd1: Array
    n1: Array
    mean2: Array
    sd2: Array
    n2: Array

    @property
    def possible(self) -> NDArray[np.bool_]:
        """Which studies have people in both arms and no negative standard deviation."""
        with np.errstate(invalid="ignore"):
            return (self.n1 > 0) & (self.n2 > 0) & (self.sd1 >= 0) & (self.sd2 >= 0)


def counts_effects(measure: Measure, counts: Counts) -> Effects:
    """Log odds ratio, log risk ratio or risk difference of 2x2 tables. Raises KeyError for another measure."""
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        return _OF_COUNTS[measure](*counts.corrected())


def _odds_ratio(a: Array, b: Array, c: Array, d: Array) -> Effects:
    return Effects(np.log(a * d / (b * c)), 1 / a + 1 / b + 1 / c + 1 / d)


def _risk_ratio(a: Array, b: Array, c: Array, d: Array) -> Effects:
    n1, n2 = a + b, c + d
    return Effects(np.log(a / n1 / (c / n2)), 1 / a - 1 / n1 + 1 / c - 1 / n2)


def _risk_difference(a: Array, b: Array, c: Array, d: Array) -> Effects:
    n1, n2 = a + b, c + d
    return Effects(a / n1 - c / n2, a * b / n1**3 + c * d / n2**3)


_OF_COUNTS: Final = {
    Measure.ODDS_RATIO: _odds_ratio,
    Measure.RISK_RATIO: _risk_ratio,
    Measure.RISK_DIFFERENCE: _risk_difference,
}


def means_effects(measure: Measure, means: Means) -> Effects:
    """Mean difference or standardised mean difference. Raises KeyError for another measure."""
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        y, v = _OF_MEANS[measure](means)
    return Effects(np.where(means.possible, y, np.nan), np.where(means.possible, v, np.nan))


def _mean_difference(of: Means) -> tuple[Array, Array]:
    return of.mean1 - of.mean2, of.sd1**2 / of.n1 + of.sd2**2 / of.n2


def _standardised(of: Means) -> tuple[Array, Array]:
    """Hedges' g with the exact correction for bias and its large-sample variance (Hedges 1981)."""
    df = of.n1 + of.n2 - 2
    pooled = np.sqrt(((of.n1 - 1) * of.sd1**2 + (of.n2 - 1) * of.sd2**2) / df)
    y = bias_correction(df) * (of.mean1 - of.mean2) / pooled
    return y, 1 / of.n1 + 1 / of.n2 + y**2 / (2 * (of.n1 + of.n2))


_OF_MEANS: Final = {Measure.MEAN_DIFFERENCE: _mean_difference, Measure.SMD: _standardised}


def bias_correction(df: Array) -> Array:
    """Hedges' exact factor J for `df` degrees of freedom (Hedges 1981, doi:10.3102/10769986006002107); NaN under 2."""
    from scipy.special import gammaln

    m = np.where(df > 1, df, np.nan)
    return np.asarray(np.exp(gammaln(m / 2) - np.log(np.sqrt(m / 2)) - gammaln((m - 1) / 2)))
