"""Judging: p against the study's level, intervals against the null value, claims against both, arithmetic."""

from __future__ import annotations

import math
import re
from typing import Final

from probatum.model import ArmResult, Direction, Figure, Interval, Measure, PValue
from probatum.text import statistics
from probatum.text.expressions import expression

RATIOS: Final = frozenset(
    {Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO, Measure.LIKELIHOOD_RATIO}
)
"""Measures whose null value is 1."""
DIFFERENCES: Final = frozenset(
    {Measure.RISK_DIFFERENCE, Measure.MEAN_DIFFERENCE, Measure.SMD, Measure.PERCENT_CHANGE, Measure.CORRELATION}
)
"""Measures whose null value is 0."""
_ALIKE: Final = expression(
    r"\b(?:were|was|is|are|remained) (?:\w+ )?(?:similar|comparable|equivalent|not different|"
    r"identical|the same|unchanged)\b|"
    r"\bsimilar (?:in|between|for|to|among)\b|\bno (?:\w+ ){0,2}differences?\b|\bP\s?=\s?NS\b|(?<![\w])n\.s\.",
    re.IGNORECASE,
)


def claim(text: str) -> str:
    """What a clause claims: `significant`, `not significant`, or empty when it claims neither or both."""
    made = statistics.claims_significance(text)
    return made or ("not significant" if _ALIKE.search(text) and "significant" not in text.lower() else "")


def judged(p: PValue | None, interval: Interval | None, measure: Measure, alpha: float | None) -> bool | None:
    """Significance at `alpha` (else two-sided 0.05): by p, else by the interval; None if neither."""
    if p is not None:
        if p.kind in ("trend", "interaction"):
            return None
        # A p of non-inferiority says nothing of a difference; an interval of 95% or more does.
        if p.kind == "non-inferiority":
            p = None
            if interval is not None and (interval.level or 0) < _SURE:
                return None
    if p is not None:
        made = judge_p(p, 0.05 if alpha is None else alpha)
        if made is not None:
            return made
    if interval is not None and interval.level is not None:
        null = 1.0 if measure in RATIOS else 0.0 if measure in DIFFERENCES else None
        if null is not None:
            return not interval.low.value <= null <= interval.high.value
    return None


_SURE: Final = 95.0
"""Level in percent of an interval that stands for a two-sided test at 0.05."""


def judge_p(p: PValue, alpha: float) -> bool | None:
    """True when p lies below alpha, False when it does not, None when its relation leaves that open."""
    return statistics.judge(p.relation, p.figure.value, alpha)


def direction(
    measure: Measure, estimate: Figure | None, arms: tuple[ArmResult, ...], significant: bool | None, words: Direction
) -> Direction:
    """How the first arm compares with the last: from the estimate, else the figures, else the words."""
    if significant is False:
        return Direction.NONE_DETECTED
    if words is not Direction.UNCLEAR:
        return words
    values = [arm.value.value for arm in arms if arm.value is not None]
    if estimate is not None and measure in RATIOS | DIFFERENCES and len(values) < 2:
        if not arms and measure is not Measure.CORRELATION:
            return Direction.UNCLEAR
        null = 1.0 if measure in RATIOS else 0.0
        if estimate.value == null:
            return Direction.UNCLEAR
        return Direction.LOWER if estimate.value < null else Direction.HIGHER
    if len(arms) == len(values) == 2 and values[0] != values[1]:
        return Direction.LOWER if values[0] < values[1] else Direction.HIGHER
    return Direction.UNCLEAR


def problems(
    measure: Measure, estimate: Figure | None, interval: Interval | None, p: PValue | None, arms: tuple[ArmResult, ...]
) -> tuple[str, ...]:
    """Arithmetic that does not hold, in words."""
    found: list[str] = []
    if (
        estimate is not None
        and interval is not None
        and not interval.low.value <= estimate.value <= interval.high.value
    ):
        found.append(
            f"the interval {interval.low.text} to {interval.high.text} does not hold its estimate {estimate.text}"
        )
    if interval is not None and p is not None and p.kind == "" and interval.level == 95.0:
        found.extend(_clash(measure, interval, p) or _off(measure, estimate, interval, p))
    for arm in arms:
        found.extend(_arm_problems(arm, measure))
    return tuple(found)


def _clash(measure: Measure, interval: Interval, p: PValue) -> list[str]:
    """A 95% interval off its null value goes with p < 0.05; rounding at the border is let pass."""
    null = 1.0 if measure in RATIOS else 0.0 if measure in DIFFERENCES - {Measure.CORRELATION} else None
    if null is None or null in (interval.low.value, interval.high.value):
        return []
    inside = interval.low.value < null < interval.high.value
    small, large = judge_p(p, 0.045) is True, judge_p(p, 0.055) is False
    if (inside and small) or (not inside and large):
        place = "holds" if inside else "does not hold"
        return [
            f"{p.text} does not fit the interval {interval.low.text} to {interval.high.text}, which {place} {null:g}"
        ]
    return []


_SKEW: Final = 0.1
"""How far an estimate may lie from the middle of its interval, as a share of its width, to be one of a normal."""


def _off(measure: Measure, estimate: Figure | None, interval: Interval, p: PValue) -> list[str]:
    """A p value far from the one that estimate and 95% interval give by the normal approximation.

    On the log scale for ratios (Altman and Bland 2011, doi:10.1136/bmj.d2304). Only where the estimate lies in the
    middle of its interval, and where no rounding of the printed ends could mend it.
    """
    log = measure in RATIOS
    if estimate is None or not (log or measure in DIFFERENCES - {Measure.CORRELATION}):
        return []
    ends = (interval.low, estimate, interval.high)
    if log and any(f.value <= 0 for f in ends):
        return []
    low, middle, high = (math.log(f.value) if log else f.value for f in ends)
    width = high - low
    slack = max(_half_unit(f) / (f.value if log else 1.0) for f in ends)
    if width <= 8 * slack or abs(middle - (low + high) / 2) > _SKEW * width + slack:
        return []
    chances = [
        math.erfc(max(0.0, abs(middle) + sign * slack) / ((width - sign * 2 * slack) / (2 * 1.959964)) / math.sqrt(2))
        for sign in (1, -1)
    ]
    least, most = min(chances), max(chances)
    printed, half = p.figure.value, _half_unit(p.figure)
    if p.relation == "=":
        wrong = printed + half < least / 3 - 0.01 or printed - half > min(1.0, 3 * most) + 0.01
    else:
        wrong = p.relation in ("<", "<=") and least > max(10 * printed, 0.002)
    if not wrong:
        return []
    return [
        f"{p.text} does not fit {estimate.text} ({interval.low.text} to {interval.high.text}), which gives p of about "
        f"{math.sqrt(least * most):.2g}"
    ]


def _half_unit(figure: Figure) -> float:
    """Half of the last printed digit."""
    return 0.5 * 10.0 ** -len(figure.text.replace("·", ".").partition(".")[2])


def _arm_problems(arm: ArmResult, measure: Measure) -> list[str]:
    events, n, value = arm.events, arm.denominator, arm.value
    name = arm.arm or "one group"
    if events is not None and n is not None and events.value > n.value:
        return [f"{events.text} events among {n.text} people ({name})"]
    if measure is not Measure.PERCENTAGE or value is None:
        return []
    if not 0 <= value.value <= 100:
        return [f"{value.text}% is no share of people ({name})"]
    if events is None or n is None or n.value == 0 or value is events:
        return []
    decimals = len(value.text.replace("·", ".").partition(".")[2])
    exact = 100 * events.value / n.value
    if abs(exact - value.value) > 0.5 * 10**-decimals + 0.5000001 * (decimals == 0) + 1e-9 + (0.05 if decimals else 0):
        return [f"{events.text} of {n.text} is {exact:.1f}%, not {value.text}% ({name})"]
    return []
