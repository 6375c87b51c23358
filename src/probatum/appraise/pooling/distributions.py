"""Tail areas and quantiles of the normal, t and chi-squared distributions.

Those of t and chi-squared are scipy's, which is loaded when the first is needed.
"""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import Final

_NORMAL: Final = NormalDist()


def normal_quantile(level: float) -> float:
    """The z that a two-sided interval of `level` percent takes: 1.96 for 95."""
    return _NORMAL.inv_cdf(0.5 + level / 200)


def t_quantile(level: float, df: int) -> float:
    """The t that a two-sided interval of `level` percent takes with `df` degrees of freedom."""
    from scipy.special import stdtrit

    return float(stdtrit(df, 0.5 + level / 200))


def normal_p(z: float) -> float:
    """Two-sided p of a z."""
    return math.erfc(abs(z) / math.sqrt(2))


def t_p(t: float, df: int) -> float:
    """Two-sided p of a t with `df` degrees of freedom."""
    from scipy.special import stdtr

    return float(2 * stdtr(df, -abs(t)))


def chi2_p(value: float, df: int) -> float:
    """Upper tail area of a chi-squared value; 1 without degrees of freedom."""
    from scipy.special import chdtrc

    return float(chdtrc(df, max(value, 0.0))) if df > 0 else 1.0


def chi2_quantile(upper: float, df: int) -> float:
    """The chi-squared value with that upper tail area."""
    from scipy.special import chdtri

    return float(chdtri(df, upper))
