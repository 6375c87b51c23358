"""Absolute effects: how many people more or fewer of every 1,000, and how many must be treated for one.

From the events of both arms of a parallel randomised trial, or from a risk or odds ratio and the risk under the
comparator that the same source reports; never with a baseline from elsewhere, and never against
the shares that the trial itself prints of its arms. The interval of a difference is Wald's
(Altman DG. Confidence intervals for the number needed to treat. BMJ 1998;317:1309, doi:10.1136/bmj.317.7168.1309), not
given for fewer than five events or non-events in an arm; that of a ratio is the source's own, applied to the baseline
(Cochrane Handbook 15.4.4). The number needed to treat is left out where the interval includes no difference.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from probatum.apply import wording
from probatum.apply.evidence import clauses
from probatum.model import ArmResult, Calculation, Design, Finding, Measure, Span, Study

FEWEST: Final = 5
"""Events, and people without, that an arm needs for the interval."""
RARE: Final = 0.01
"""A risk below which people are counted of every 1,000 in plain words too."""
NORMAL: Final = "1.96"
"""Quantile of the normal distribution for 95 %."""
_RATIOS: Final = (Measure.RISK_RATIO, Measure.ODDS_RATIO)


class Absolute(NamedTuple):
    """The effect in words for professionals, in plain words, its arithmetic, and what it rests on."""

    text: str
    plain: str
    calculation: tuple[Calculation, ...]
    spans: tuple[Span, ...]


class _Quantity(NamedTuple):
    """A value with the expression that gives it."""

    value: float
    told: str


class _Risks(NamedTuple):
    """Risk in the arm and under the comparator, and the ends of the interval of comparator less arm, or None."""

    arm: _Quantity
    control: _Quantity
    ends: tuple[_Quantity, _Quantity] | None
    counted: bool


def absolute(finding: Finding, study: Study) -> Absolute | None:
    """The absolute effect of a finding, or None where its source does not report what it needs."""
    sides = _sides(finding)
    if sides is None or finding.problems:
        return None
    risks = _risks(finding, *sides, study)
    if risks is None or risks.arm.value == risks.control.value:
        return None
    return _told(finding, risks, sides)


def brief(finding: Finding, study: Study) -> Absolute | None:
    """The same in a few words: `145 of every 1,000 people with A and 160 with B, 15 fewer (95% CI 5 to 25 fewer)`.

    Plain words have the same figures with the same denominator; the interval is left to professionals.
    """
    sides = _sides(finding)
    risks = None if sides is None or finding.problems else _risks(finding, *sides, study)
    if sides is None or risks is None:
        return None
    sums: list[Calculation] = []
    treated, control = _per(1000, risks.arm, sums), _per(1000, risks.control, sums)
    if treated == control:
        return None
    difference = _per(1000, _between(risks), sums)
    way = "fewer" if risks.control.value > risks.arm.value else "more"
    (arm, other), apart = _whose(sides), f"{difference} {way}"
    both = f"{treated} of every 1,000 {arm} and {control} {other}"
    interval = _one_way(_interval(risks, way, sums), way)
    # Less than half a person, or a difference that nothing bounds and that was not detected: no more and no fewer.
    if difference == "0" or (finding.significant is False and not interval):
        return Absolute(both, clauses.plain(both), tuple(sums[:2]), _rests_on(finding, sides))
    plain = clauses.plain(f"{both}, so {apart}")
    return Absolute(f"{both}, {apart}{interval}", plain, tuple(sums), _rests_on(finding, sides))


def needed(finding: Finding, study: Study) -> Calculation | None:
    """How many are treated for one more or one fewer, where a difference was detected."""
    sides = _sides(finding)
    risks = None if sides is None or finding.problems else _risks(finding, *sides, study)
    if risks is None or finding.significant is not True or risks.arm.value == risks.control.value:
        return None
    between, sums = _between(risks), list[Calculation]()
    _number(_Quantity(1 / between.value, f"1 / ({between.told})"), sums)
    return sums[0]


def _one_way(interval: str, way: str) -> str:
    """` (95% CI 5 to 25 fewer)` where both ends are on one side."""
    return interval.replace(f" {way} to ", " to ") if interval.count(f" {way}") == 2 else interval


def _whose(sides: tuple[ArmResult, ArmResult]) -> tuple[str, str]:
    """`people with A`, `with B`; of an arm that is called by its people, `treated children`."""
    arm, other = (wording.with_arm(side.arm) for side in sides)
    named = wording.of_people(sides[0].arm)
    return (arm.removeprefix("in ") if named else f"people {arm}"), other


def _between(risks: _Risks) -> _Quantity:
    """The larger risk less the smaller one."""
    fewer = risks.control.value > risks.arm.value
    larger, smaller = (risks.control, risks.arm) if fewer else (risks.arm, risks.control)
    return _Quantity(larger.value - smaller.value, f"{larger.told} - {_bound(smaller.told)}")


def _rests_on(finding: Finding, sides: tuple[ArmResult, ArmResult]) -> tuple[Span, ...]:
    figures = [f.span for s in sides for f in (s.events, s.denominator, s.value) if f is not None]
    return (finding.sentence, *figures, *finding.spans)


def _sides(finding: Finding) -> tuple[ArmResult, ArmResult] | None:
    """The arm that was treated and its comparator, each once."""
    if len(finding.arms) != 2:
        return None
    one, other = finding.arms
    if one.control == other.control and other.arm != finding.comparator:
        return None
    return (other, one) if one.control and not other.control else (one, other)


def _counts(arm: ArmResult) -> tuple[str, str] | None:
    """Events and people of an arm as plain numbers."""
    if arm.events is None or arm.denominator is None:
        return None
    events, people = arm.events.value, arm.denominator.value
    if not (events.is_integer() and people.is_integer() and 0 <= events <= people and people > 0):
        return None
    return f"{events:.0f}", f"{people:.0f}"


def _of_counts(arm: ArmResult, control: ArmResult, study: Study) -> _Risks | None:
    """Risks from the events of a trial whose arms are different people, each drawn by itself."""
    one, other = _counts(arm), _counts(control)
    if one is None or other is None or study.design is not Design.RANDOMISED:
        return None
    (a, n), (b, m) = one, other
    p, q = int(a) / int(n), int(b) / int(m)
    risks = _Risks(_Quantity(p, f"{a} / {n}"), _Quantity(q, f"{b} / {m}"), None, counted=True)
    if min(int(a), int(n) - int(a), int(b), int(m) - int(b)) < FEWEST:
        return risks
    half = f"{NORMAL} * √({a} / {n} * (1 - {a} / {n}) / {n} + {b} / {m} * (1 - {b} / {m}) / {m})"
    width = float(NORMAL) * (p * (1 - p) / int(n) + q * (1 - q) / int(m)) ** 0.5
    between = f"{b} / {m} - {a} / {n}"
    ends = _Quantity(q - p - width, f"{between} - {half}"), _Quantity(q - p + width, f"{between} + {half}")
    return risks._replace(ends=ends)


def _risks(finding: Finding, arm: ArmResult, control: ArmResult, study: Study) -> _Risks | None:
    """The risks of both arms: counted, else by the ratio, else as shares, the best of these that the source allows."""
    found = _of_counts(arm, control, study) or _of_ratio(finding, arm, control, study)
    observed = _of_shares(finding, arm, control, study)
    if found is None or observed is None or found.counted:
        return found
    # A ratio of hazards or of rates under the name of a risk ratio belies the shares that the trial itself saw.
    return observed if abs(found.arm.value - observed.arm.value) > ROUNDED else found


ROUNDED: Final = 0.0075
"""Difference of two risks that rounding of shares and ratio may make."""


def _of_shares(finding: Finding, arm: ArmResult, control: ArmResult, study: Study) -> _Risks | None:
    """Risks from the shares that one trial prints of both arms; an interval they have none."""
    if study.design is not Design.RANDOMISED or finding.unit != "%" or _yearly(arm, control):
        return None
    one, other = (side.value.value if side.value is not None else -1.0 for side in (arm, control))
    if not (0 <= one <= 100 and 0 < other < 100):
        return None
    return _Risks(
        _Quantity(one / 100, f"{one:g} / 100"), _Quantity(other / 100, f"{other:g} / 100"), None, counted=False
    )


def _of_ratio(finding: Finding, arm: ArmResult, control: ArmResult, study: Study) -> _Risks | None:
    """Risks from the source's ratio and its risk under the comparator, of the first arm against the second."""
    suited = study.design is Design.RANDOMISED or study.design.synthesis
    if not suited or finding.measure not in _RATIOS or finding.estimate is None or finding.arms[0] is not arm:
        return None
    counted = _counts(control)
    if counted is not None:
        baseline = _Quantity(int(counted[0]) / int(counted[1]), f"{counted[0]} / {counted[1]}")
    elif (
        control.value is not None
        and finding.unit == "%"
        and 0 < control.value.value < 100
        and not _yearly(arm, control)
    ):
        baseline = _Quantity(control.value.value / 100, f"{control.value.value:g} / 100")
    else:
        return None
    if not 0 < baseline.value < 1 or finding.estimate.value <= 0:
        return None
    treated = _applied(finding.measure, finding.estimate.value, baseline)
    ends = None
    interval = finding.interval
    if interval is not None and interval.level == 95.0 and interval.low.value > 0:
        high, low = (_applied(finding.measure, x.value, baseline) for x in (interval.high, interval.low))
        ends = tuple(_Quantity(baseline.value - x.value, f"{baseline.told} - {_bound(x.told)}") for x in (high, low))
    if treated.value > 1:
        return None
    return _Risks(treated, baseline, (ends[0], ends[1]) if ends else None, counted=False)


def _yearly(*sides: ArmResult) -> bool:
    """Whether a share is counted by the year, so that it is no share of people."""
    return any(side.value is not None and wording.yearly(side.value) for side in sides)


def _applied(measure: Measure, ratio: float, baseline: _Quantity) -> _Quantity:
    """The risk to which a ratio moves the baseline."""
    p, told = baseline.value, baseline.told
    if measure is Measure.RISK_RATIO:
        return _Quantity(p * ratio, f"{ratio:g} * {told}")
    odds = f"{ratio:g} * {told}"
    return _Quantity(ratio * p / (1 - p + ratio * p), f"{odds} / (1 - {told} + {odds})")


def _bound(told: str) -> str:
    return f"({told})" if "+" in told else told


def _told(finding: Finding, risks: _Risks, sides: tuple[ArmResult, ArmResult]) -> Absolute | None:
    sums: list[Calculation] = []
    treated = _per(1000, risks.arm, sums)
    control = _per(1000, risks.control, sums)
    between = _between(risks)
    difference = _per(1000, between, sums)
    if difference == "0":
        return None
    way = "fewer" if risks.control.value > risks.arm.value else "more"
    arm, other = _whose(sides)
    parts = [f"{finding.outcome} in absolute terms: {treated} of every 1,000 {arm} and {control} {other}"]
    parts.append(f"{difference} {way} of every 1,000{_interval(risks, way, sums)}")
    parts.append(_needed(finding, risks, between, sums))
    plain = _plain(finding, risks, sides, sums)
    return Absolute("; ".join(p for p in parts if p), plain, tuple(dict.fromkeys(sums)), _rests_on(finding, sides))


def _interval(risks: _Risks, way: str, sums: list[Calculation]) -> str:
    """` (95% CI 15 fewer to 225 fewer)`; an end on the other side of no difference is said by its own word."""
    if risks.ends is None:
        return ""
    told = []
    ends = risks.ends if way == "fewer" else tuple(reversed(risks.ends))
    for end in ends:
        negative = end.value < 0
        turned = _Quantity(-end.value, f"1 - 1 - ({end.told})") if negative else end
        told.append(f"{_per(1000, turned, sums)} {'more' if negative else 'fewer'}")
    return f" (95% CI {told[0]} to {told[1]})"


def _needed(finding: Finding, risks: _Risks, between: _Quantity, sums: list[Calculation]) -> str:
    """The number needed to treat with its interval; why there is none where it is left out."""
    if risks.ends is None:
        few = "too few events for an interval" if risks.counted else "no interval of the difference is reported"
        return f"{few}, so no number needed to treat is given"
    low, high = risks.ends
    if low.value <= 0 <= high.value or finding.significant is False:
        return "a number needed to treat is not given, since no difference was detected"
    if low.value < 0:
        low, high = (_Quantity(-end.value, f"1 - 1 - ({end.told})") for end in (high, low))
    name = "number needed to harm" if finding.favours == "harm" else "number needed to treat"
    shown = [_number(_Quantity(1 / q.value, f"1 / ({q.told})"), sums) for q in (between, high, low)]
    return f"{name} {shown[0]} (95% CI {shown[1]} to {shown[2]})"


def _plain(finding: Finding, risks: _Risks, sides: tuple[ArmResult, ArmResult], sums: list[Calculation]) -> str:
    """`X: about 12 of every 100 people with A, and about 24 of every 100 with B`; of every 1,000 where it is rare."""
    rare = any(0 < risk.value < RARE for risk in (risks.arm, risks.control))
    of = 1000 if rare else 100
    treated, control = (_per(of, q, sums) for q in (risks.arm, risks.control))
    arm, other = (wording.with_arm(side.arm) for side in sides)
    told = f"about {treated} of every {of:,} people {arm}, and about {control} of every {of:,} {other}"
    return clauses.plain(f"{finding.outcome}: {told}")


def _per(of: int, quantity: _Quantity, sums: list[Calculation]) -> str:
    """So many of every `of` people, rounded, with its arithmetic."""
    told = quantity.told if " + " not in quantity.told and " - " not in quantity.told else f"({quantity.told})"
    return _rounded(of * quantity.value, f"{of} * {told}", "1", f"per {of} people", sums)


def _number(quantity: _Quantity, sums: list[Calculation]) -> str:
    """A number needed to treat: one decimal below ten."""
    return _rounded(quantity.value, quantity.told, "0.1" if quantity.value < 10 else "1", "", sums)


def _rounded(value: float, expression: str, step: str, unit: str, sums: list[Calculation]) -> str:
    shown = f"{Decimal(repr(round(value, 9))).quantize(Decimal(step), ROUND_HALF_UP):,}"
    sums.append(Calculation(expression, shown, unit))
    return shown
