"""Conversions between measures and between ways to report spread, each with its source.

`Handbook` is the Cochrane Handbook for Systematic Reviews of Interventions, version 6, chapters 6 and 15. A conversion
rests on an assumption, which its docstring names; what is converted must say so.
"""

from __future__ import annotations

import math
from typing import Final

from probatum.appraise.pooling.distributions import normal_quantile, t_quantile

LOGISTIC: Final = math.pi / math.sqrt(3)
"""Standard deviation of the standard logistic distribution."""


def sd_from_se(se: float, n: float) -> float:
    """Standard deviation from the standard error of one arm's mean (Handbook 6.5.2.2)."""
    return se * math.sqrt(n)


def sd_from_interval(low: float, high: float, n: int, level: float = 95.0) -> float:
    """Standard deviation from the interval of one arm's mean: by t under 60 people, else by z (Handbook 6.5.2.2)."""
    critical = t_quantile(level, n - 1) if n < 60 else normal_quantile(level)
    return math.sqrt(n) * (high - low) / (2 * critical)


def sd_from_quartiles(lower: float, upper: float) -> float:
    """Standard deviation from the quartiles, where values are about normal (Handbook 6.5.2.5)."""
    return (upper - lower) / (2 * normal_quantile(50.0))


def se_from_interval(low: float, high: float, level: float = 95.0) -> float:
    """Standard error of an estimate from its interval; give logarithms of the ends for a ratio (Handbook 6.3)."""
    return (high - low) / (2 * normal_quantile(level))


def se_from_p(estimate: float, p: float) -> float:
    """Standard error of an estimate from its exact two-sided p by z; of the logarithm for a ratio (Handbook 6.3)."""
    return abs(estimate) / normal_quantile(100 * (1 - p))


def combined(n1: float, mean1: float, sd1: float, n2: float, mean2: float, sd2: float) -> tuple[float, float, float]:
    """People, mean and standard deviation of two groups taken as one (Handbook 6.5.2.10)."""
    n = n1 + n2
    between = n1 * n2 / n * (mean1 - mean2) ** 2
    variance = ((n1 - 1) * sd1**2 + (n2 - 1) * sd2**2 + between) / (n - 1)
    return n, (n1 * mean1 + n2 * mean2) / n, math.sqrt(variance)


def risk_ratio_from_odds_ratio(odds_ratio: float, baseline: float) -> float:
    """Risk ratio at the comparator's risk `baseline` (0 to 1) (Zhang & Yu 1998, doi:10.1001/jama.280.19.1690)."""
    return odds_ratio / (1 - baseline + baseline * odds_ratio)


def odds_ratio_from_risk_ratio(risk_ratio: float, baseline: float) -> float:
    """Odds ratio at the comparator's risk `baseline`; infinite where the risk would reach 1 (Handbook 15.4.4)."""
    risk = risk_ratio * baseline
    return risk_ratio * (1 - baseline) / (1 - risk) if risk < 1 else math.inf


def risk_difference_from_risk_ratio(risk_ratio: float, baseline: float) -> float:
    """Difference in risk at the comparator's risk `baseline`; no risk passes 1 (Handbook 15.4.4)."""
    return min(1.0, risk_ratio * baseline) - baseline


def risk_difference_from_odds_ratio(odds_ratio: float, baseline: float) -> float:
    """Difference in risk at the comparator's risk `baseline` (Handbook 15.4.4)."""
    return risk_difference_from_risk_ratio(risk_ratio_from_odds_ratio(odds_ratio, baseline), baseline)


def risk_from_hazard_ratio(hazard_ratio: float, baseline: float) -> float:
    """Risk by the time at which the comparator's is `baseline`, hazards proportional (Handbook 15.4.4)."""
    return 1 - math.pow(1 - baseline, hazard_ratio)


def number_needed(risk_difference: float) -> float:
    """People to treat for one outcome more or less; infinite without a difference (Handbook 15.4.2)."""
    return 1 / abs(risk_difference) if risk_difference else math.inf


def log_odds_ratio_from_smd(smd: float, variance: float) -> tuple[float, float]:
    """Log odds ratio and its variance from a standardised mean difference, where values are about logistic with equal
    spread (Hasselblad & Hedges 1995, doi:10.1037/0033-2909.117.1.167; Chinn 2000)."""
    return smd * LOGISTIC, variance * LOGISTIC**2


def smd_from_t(t: float, n1: float, n2: float) -> float:
    """Cohen's d from the t of two independent groups (Handbook 6.5.2.3)."""
    return t * math.sqrt(1 / n1 + 1 / n2)


def paired_difference_se(sd1: float, sd2: float, n: float, correlation: float) -> float:
    """Standard error of the mean difference of a crossover trial with `correlation` between its periods (Handbook
    23.2.7)."""
    return math.sqrt((sd1**2 + sd2**2 - 2 * correlation * sd1 * sd2) / n)


def events_from_share(printed: str, share: float, n: float) -> float | None:
    """Events of `n` people from a share in percent, `printed` as `12.5`; None unless exactly one whole number fits.

    Arithmetic, no estimate: no other count of `n` people rounds to what is printed.
    """
    half = 0.5 * 10.0 ** -len(printed.replace("·", ".").partition(".")[2]) + 1e-9
    least, most = math.ceil(n * (share - half) / 100 - 1e-9), math.floor(n * (share + half) / 100 + 1e-9)
    return float(least) if least == most and 0 <= least <= n else None
