"""Risks told as people of every 100 or 1,000, and the pairs of risks of a source out of which they may come.

What is told belongs together: both risks, their difference with its interval, and the number needed to treat must come
out of one and the same pair (Wald's interval; Altman DG 1998, doi:10.1136/bmj.317.7168.1309; of a risk and a ratio
Cochrane Handbook 15.4.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from probatum.assess.audit.source import Source, Unit
from probatum.model import Finding, Measure
from probatum.text import quantities, statistics
from probatum.text.expressions import expression

_N: Final = r"[0-9]{1,3}(?:,[0-9]{3})?"
_OF: Final = r"(?:of|in|for|per|out of)(?: every| each)? (?P<base>100|1,?000|10,?000)\b"
_ONE: Final = expression(rf"(?<![\w.,/-])(?P<one>{_N}) {_OF}", re.IGNORECASE)
_TWO: Final = expression(
    rf"(?:\band|\bversus|\bvs\.?|\bagainst|\bcompared with|,) (?:about )?(?P<two>{_N})(?: {_OF})? "
    r"(?=(?:people |those )?(?:with|in|on|under|for|of|given|without)\b)",
    re.IGNORECASE,
)
_APART: Final = expression(rf"(?<![\w.,/-])(?P<apart>{_N}) (?P<way>more|fewer|less)\b", re.IGNORECASE)
_ENDS: Final = expression(
    rf"95 ?% CI (?P<low>{_N})(?: (?P<lower>more|fewer|less))? to (?P<high>{_N}) (?P<higher>more|fewer|less)\b",
    re.IGNORECASE,
)
_NEEDED: Final = expression(
    r"\bnumber needed to (?:treat|harm) (?P<n>[0-9]{1,5}(?:\.[0-9])?)"
    r"(?: \(95 ?% CI (?P<low>[0-9]{1,5}(?:\.[0-9])?) to (?P<high>[0-9]{1,5}(?:\.[0-9])?)\))?",
    re.IGNORECASE,
)
_REACH: Final = 320
"""Characters behind the first risk in which the rest is told."""
_MOST: Final = 400
"""Units with counts or shares that are looked at."""
_FEWER: Final = frozenset(("fewer", "less"))
_RATIOS: Final = (Measure.RISK_RATIO, Measure.ODDS_RATIO)
LEVEL: Final = 95.0


class Told(NamedTuple):
    """Two risks of every `base` people as a sentence tells them; differences are those of the first less the second."""

    start: int
    end: int
    base: float
    one: float
    two: float
    apart: float | None
    ends: tuple[float, float] | None
    needed: tuple[str, ...]
    """The number needed to treat and the ends of its interval, as printed."""

    @property
    def slip(self) -> str:
        """What of it does not agree with the rest, in words; empty where all does."""
        gap = self.one - self.two
        if self.apart is None:
            return ""
        if abs(self.apart - gap) > 1:
            way = "more" if gap > 0 else "fewer"
            return f"{self.one:g} and {self.two:g} of every {self.base:,g} are {abs(gap):g} {way}"
        if self.ends and not min(self.ends) - 1 <= self.apart <= max(self.ends) + 1:
            return f"the interval does not hold the difference of {abs(self.apart):g}"
        if self.needed and not _inverse(float(self.needed[0]), abs(self.apart), self.base):
            gap_told = f"a difference of {abs(self.apart):g} of every {self.base:,g}"
            return f"{gap_told} is no number needed to treat of {self.needed[0]}"
        return ""


class Pair(NamedTuple):
    """Two risks of a source with the ends of the interval of their difference where it can be worked out."""

    one: float
    two: float
    ends: tuple[float, float] | None
    told: str


def read(text: str) -> tuple[Told, ...]:
    """Every pair of risks that a text tells as people of a round number."""
    made: list[Told] = []
    for found in _ONE.finditer(text):
        if made and found.start() < made[-1].end:
            continue
        limit = min(len(text), found.end() + _REACH)
        second = _TWO.search(text, found.end(), limit)
        if second is None:
            continue
        one, two, base = (float(n.replace(",", "")) for n in (found["one"], second["two"], found["base"]))
        apart = _APART.search(text, second.end(), limit)
        ends = _ENDS.search(text, apart.end(), limit) if apart else None
        needed = _NEEDED.search(text, apart.end(), limit) if apart else None
        end = max(m.end() for m in (second, apart, ends, needed) if m is not None)
        made.append(
            Told(
                found.start(), end, base, one, two,
                _signed(apart["apart"], apart["way"]) if apart else None,
                _ends(ends) if ends else None,
                tuple(n for n in needed.group("n", "low", "high") if n) if needed else (),
            )
        )  # fmt: skip
    return tuple(made)


def _signed(number: str, way: str) -> float:
    return float(number.replace(",", "")) * (-1 if way.lower() in _FEWER else 1)


def _ends(found: re.Match[str]) -> tuple[float, float]:
    return _signed(found["low"], found["lower"] or found["higher"]), _signed(found["high"], found["higher"])


def _inverse(needed: float, apart: float, base: float) -> bool:
    """True when a number needed to treat goes with a difference that was rounded to a whole number."""
    low, high = base / (apart + 0.6), base / max(apart - 0.6, 0.4)
    return low - 1 <= needed <= high + 1


def explained(told: Told, source: Source, units: Iterable[Unit] = ()) -> str:
    """The pair of a source out of which all that is told comes, in words; empty where there is none."""
    return next((pair.told for pair in _pairs(source, units) if _meets(told, pair)), "")


def _meets(told: Told, pair: Pair) -> bool:
    for one, two, sign in ((pair.one, pair.two, 1), (pair.two, pair.one, -1)):
        if not (_same(told.one, told.base * one) and _same(told.two, told.base * two)):
            continue
        if told.apart is not None and not _same(told.apart, told.base * (one - two), 1.0):
            continue
        ends = sorted(sign * end for end in pair.ends) if pair.ends else None
        if told.ends and (ends is None or not _all(sorted(told.ends), [told.base * end for end in ends])):
            continue
        if _needs(told, one - two, ends):
            return True
    return False


def _needs(told: Told, apart: float, ends: list[float] | None) -> bool:
    """True when the numbers needed to treat are the inverse of the difference and of its ends."""
    if not told.needed:
        return True
    values = [1 / abs(apart)] if apart else []
    values += sorted(1 / abs(end) for end in ends if end) if ends else []
    return len(told.needed) <= len(values) and all(
        abs(float(n) - value) <= 0.5 * 10.0 ** -len(n.partition(".")[2]) + 1e-6
        for n, value in zip(told.needed, values, strict=False)
    )


def _same(told: float, value: float, half: float = 0.5) -> bool:
    return abs(told - value) <= half + 1e-6


def _all(told: list[float], values: list[float]) -> bool:
    return all(_same(a, b, 1.0) for a, b in zip(told, values, strict=True))


def _pairs(source: Source, units: Iterable[Unit]) -> Iterator[Pair]:
    """Pairs of one sentence or row, then those of the findings that are read out of the record."""
    counted = (u for u in source.units if u.figures and ("%" in u.text or "/" in u.text or " of " in u.text))
    for unit in dict.fromkeys((*units, *islice(counted, _MOST))):
        yield from of_unit(unit)
    for finding in source.findings:
        yield from _of_finding(finding)


def of_unit(unit: Unit) -> Iterator[Pair]:
    """Pairs of counts, of shares, and of a risk with a ratio, out of one unit."""
    read_out = quantities.read(unit.raw)
    counts = [(q.value, q.denominator) for q in read_out if q.denominator and q.value <= q.denominator][:6]
    for at, (a, n) in enumerate(counts):
        yield from (_counted(a, n, b, m) for b, m in counts[at + 1 :])
    shares = [f.value / 100 for f in unit.figures if f.percent and 0 < f.value <= 100 and f.value != LEVEL][:10]
    for at, one in enumerate(shares):
        yield from (Pair(one, two, None, f"{one:.3g} against {two:.3g}") for two in shares[at + 1 :])
    bounds = [i for i in statistics.read_intervals(unit.raw) if i.kind == "CI" and i.low > 0][:3]
    ratios = [f.value for f in unit.figures if f.places and 0 < f.value < 100 and not f.percent][:12] if bounds else []
    for risk in (*(a / n for a, n in counts), *shares):
        for bound in bounds:
            for ratio in (r for r in ratios if bound.low < r < bound.high):
                for odds in (False, True):
                    yield _ratio(risk, ratio, (bound.low, bound.high), odds)


def _of_finding(finding: Finding) -> Iterator[Pair]:
    if len(finding.arms) != 2:
        return
    counts = [(a.events.value, a.denominator.value) for a in finding.arms if a.events and a.denominator]
    if len(counts) == 2 and all(n for _, n in counts):
        (a, n), (b, m) = counts
        yield _counted(a, n, b, m)
    if finding.measure in _RATIOS and finding.estimate is not None:
        risks = [a / n for a, n in counts if n]
        risks += [a.value.value / 100 for a in finding.arms if a.value and finding.unit == "%"]
        ends = (finding.interval.low.value, finding.interval.high.value) if finding.interval else None
        for risk in risks:
            yield _ratio(risk, finding.estimate.value, ends, finding.measure is Measure.ODDS_RATIO)


def _counted(a: float, n: float, b: float, m: float) -> Pair:
    risk, other = a / n, b / m
    error = 1.96 * (risk * max(1 - risk, 0) / n + other * max(1 - other, 0) / m) ** 0.5
    apart = risk - other
    return Pair(risk, other, (apart - error, apart + error), f"{a:g}/{n:g} against {b:g}/{m:g}")


def _ratio(risk: float, ratio: float, ends: tuple[float, float] | None, odds: bool) -> Pair:
    """A risk moved by a ratio, against the risk."""

    def moved(by: float) -> float:
        return risk * by / (1 - risk + risk * by) if odds else risk * by

    apart = (moved(ends[0]) - risk, moved(ends[1]) - risk) if ends else None
    return Pair(moved(ratio), risk, apart, f"{risk:.3g}, and {ratio:g} times that")
