"""Meta-analysis the slow, obvious way: loops, no algebra saved, roots by halving. The fast one is held against it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

Numbers = Sequence[float]


def halving(falls: Callable[[float], float], low: float, high: float) -> float:
    """Where a falling function crosses 0."""
    for _ in range(300):
        middle = (low + high) / 2
        low, high = (middle, high) if falls(middle) > 0 else (low, middle)
    return (low + high) / 2


def mean(y: Numbers, w: Numbers) -> float:
    return math.fsum(a * b for a, b in zip(w, y, strict=True)) / math.fsum(w)


def spread(y: Numbers, w: Numbers) -> float:
    m = mean(y, w)
    return math.fsum(a * (b - m) ** 2 for a, b in zip(w, y, strict=True))


def dersimonian_laird(y: Numbers, v: Numbers) -> float:
    w = [1 / s for s in v]
    c = math.fsum(w) - math.fsum(a * a for a in w) / math.fsum(w)
    return max(0.0, (spread(y, w) - (len(y) - 1)) / c)


def paule_mandel(y: Numbers, v: Numbers) -> float:
    def left(tau2: float) -> float:
        return spread(y, [1 / (s + tau2) for s in v]) - (len(y) - 1)

    return halving(left, 0.0, 1e6) if left(0.0) > 0 else 0.0


def likelihood(y: Numbers, v: Numbers, tau2: float) -> float:
    """Restricted log-likelihood, but for a constant."""
    w = [1 / (s + tau2) for s in v]
    return -0.5 * (-math.fsum(map(math.log, w)) + math.log(math.fsum(w)) + spread(y, w))


def log_odds_ratio(a: float, n1: float, c: float, n2: float) -> tuple[float, float]:
    cells = [a, n1 - a, c, n2 - c]
    if 0 in cells:
        cells = [cell + 0.5 for cell in cells]
    return math.log(cells[0] * cells[3] / cells[1] / cells[2]), sum(1 / cell for cell in cells)


def log_risk_ratio(a: float, n1: float, c: float, n2: float) -> tuple[float, float]:
    if 0 in (a, n1 - a, c, n2 - c):
        a, n1, c, n2 = a + 0.5, n1 + 1, c + 0.5, n2 + 1
    return math.log((a / n1) / (c / n2)), 1 / a - 1 / n1 + 1 / c - 1 / n2


def risk_difference(a: float, n1: float, c: float, n2: float) -> tuple[float, float]:
    if 0 in (a, n1 - a, c, n2 - c):
        a, n1, c, n2 = a + 0.5, n1 + 1, c + 0.5, n2 + 1
    one, other = a / n1, c / n2
    return one - other, one * (1 - one) / n1 + other * (1 - other) / n2


def hedges_g(m1: float, s1: float, n1: float, m2: float, s2: float, n2: float) -> tuple[float, float]:
    df = n1 + n2 - 2
    pooled = math.sqrt(((n1 - 1) * s1**2 + (n2 - 1) * s2**2) / df)
    j = math.gamma(df / 2) / (math.sqrt(df / 2) * math.gamma((df - 1) / 2))
    g = j * (m1 - m2) / pooled
    return g, 1 / n1 + 1 / n2 + g**2 / (2 * (n1 + n2))


def mantel_haenszel_odds(tables: Sequence[tuple[float, float, float, float]]) -> float:
    top = math.fsum(a * (n2 - c) / (n1 + n2) for a, n1, c, n2 in tables)
    return math.log(top / math.fsum((n1 - a) * c / (n1 + n2) for a, n1, c, n2 in tables))
