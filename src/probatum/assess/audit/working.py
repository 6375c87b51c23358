"""How a number of a sentence that its source does not print may be worked out of what it does print."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations, islice, pairwise
from math import ceil
from typing import Final, NamedTuple

from probatum.assess.audit import courses, figures, keys, reckoning, risks, steps, sums
from probatum.assess.audit.case import Cited
from probatum.assess.audit.figures import Claimed, Figure
from probatum.assess.audit.source import Unit
from probatum.text import doses
from probatum.text.expressions import expression

_NEAR: Final = 70
"""Characters about a number within which a word announces a sum."""
_COST: Final = 120
"""Steps that one unit takes, with each number of the sentence."""
_MOST_COUNTED: Final = 400
_MOST_DOSES: Final = 12
_SUM: Final = expression(r"\b(?:total|in all|altogether|together|combined|sum|cumulative)\b", re.I)
_COUNT: Final = r"[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,6}"
_FRACTION: Final = expression(
    rf"(?<![\w.])(?<![0-9],)({_COUNT})\s?(?:[\[(][<~]?[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?\s?%[\])]\s?)?"
    rf"(?:/|of(?: the)?|out of)\s?({_COUNT})(?!\w|[.,][0-9])"
)
"""`18 of 60`, also with its share between: `18 [30%] of 60`."""


class Fraction(NamedTuple):
    """A part set against a total, how it is told, and where it begins."""

    part: float
    total: float
    text: str
    start: int


def fractions(text: str) -> tuple[Fraction, ...]:
    """Every `18 of 60` and `63/2,045` of a text."""
    return tuple(
        Fraction(_plain(found[1]), _plain(found[2]), f"{found[1]} of {found[2]}", found.start())
        for found in _FRACTION.finditer(text)
    )


def _plain(number: str) -> float:
    return float(number.replace(",", ""))


def worked_out(case: Cited, claim: Claimed, units: Iterable[Unit]) -> str:
    """The sum that gives the number, in words; empty when none is found.

    Two numbers of the sentence itself, a number of the sentence with one of the source, or two numbers that stand in
    one
    sentence or row of the source. Of the source's own only the sums that the sentence's words announce. Then numbers
    that stand apart in the source (`reckoning`).
    """
    return in_sight(case, claim, units) or reckoning.reckoned(case, claim)


def in_sight(case: Cited, claim: Claimed, units: Iterable[Unit]) -> str:
    """The same out of the numbers of the sentence and of each of some units alone."""
    told = next((t for t in risks.read(case.text) if t.start <= claim.start < t.end), None)
    if told is not None and not case.is_dose(claim):
        return "" if told.slip else next((how for s in case.sources if (how := risks.explained(told, s))), "")
    beside = [f for f in case.figures if f is not claim and f.start != claim.start]
    own = [f.value for f in beside] + [d.frequency_per_day for d in case.doses if d.frequency_per_day]
    found = _dosed(case, claim) if case.is_dose(claim) else sums.of(claim, beside, case.text)
    found = found or ("" if case.is_dose(claim) else sums.of(claim, case.before, case.text))
    found = found or courses.amounting(case, claim, units := tuple(units))
    if found:
        return found
    if tested := _after_test(case.text, claim, own) or _between_years(case, claim):
        return tested
    if _ABSOLUTE.search(case.text):
        # Risks are worked out of counts wherever these stand.
        counted = (u for s in case.sources for u in s.units if _FRACTION.search(u.text) or "%" in u.text)
        units = dict.fromkeys((*units, *islice(counted, _MOST_COUNTED)))
    if added := _added(case, claim) or _both_sexes(case, claim):
        return added
    for unit in units:
        steps.spend(_COST * (1 + len(own)))
        how = _mixed(case, claim, own, unit) or _within(case, claim, unit) or _absolute(case, claim, unit)
        if how:
            return how
    return ""


def _dosed(case: Cited, claim: Claimed) -> str:
    """The product of a dose with its frequency or a weight; where a total is announced, the sum of doses."""
    told = [f.value for f in case.figures if f.start != claim.start and (case.is_dose(f) or f.unit == "kg")]
    often = [d.frequency_per_day for d in case.doses if d.frequency_per_day]
    doses = list(dict.fromkeys(told))[:_MOST_DOSES]
    for a in doses:
        for b in (*doses, *dict.fromkeys(often)):
            if figures.same(claim, a * b):
                return f"{a:g} x {b:g}"
            if _SUM.search(case.text) and figures.same(claim, a + b):
                return f"{a:g} + {b:g}"
    return ""


_YEARS: Final = expression(
    r"\b(?P<first>(?:19|20)[0-9]{2})\b[^.;()]{0,24}?(?:-|\u2013|\b(?:to|and|through|until|till)\b)[^.;()0-9]{0,16}"
    r"(?P<last>(?:19|20)[0-9]{2})\b"
)
_LONG: Final = {"year": 1, "years": 1, "decade": 10, "decades": 10}


def _between_years(case: Cited, claim: Claimed) -> str:
    """`Over two decades` of what was looked at from 2000 to 2019: the last year is counted or not."""
    unit = _LONG.get(claim.unit)
    for found in (m for s in case.sources for u in s.units for m in _YEARS.finditer(u.text)) if unit else ():
        span = int(found["last"]) - int(found["first"])
        if unit and span > 1 and abs(claim.value * unit - span) <= 1:
            return f"{found['first']} to {found['last']}"
    return ""


_AFTER_TEST: Final = expression(r"\bafter a (?:positive|negative)\b|\bpost-?test\b|\bpredictive value", re.IGNORECASE)
_ACCURACY: Final = expression(r"\b(sensitivity|specificity) of ([0-9]{1,3}(?:\.[0-9]{1,3})?) ?%", re.IGNORECASE)
_SUPPOSED: Final = expression(
    r"(?:,? (?:or |and )?[0-9.]{1,5} ?%){0,4} likely before [^()]{0,80}\((?:a )?figures? that only illustrates?\)",
    re.IGNORECASE,
)


def _after_test(text: str, claim: Claimed, own: Iterable[float]) -> str:
    """The probability after a test, out of the sentence's own sensitivity, specificity and probability before it."""
    told = {found[1].lower(): float(found[2]) / 100 for found in _ACCURACY.finditer(text)}
    if len(told) < 2 or claim.kind != "percent" or not _AFTER_TEST.search(text):
        return ""
    if _SUPPOSED.match(text, claim.end):
        return "a probability before the test that is only supposed"
    hit, spared = told["sensitivity"], told["specificity"]
    for before in (value / 100 for value in own if 0 < value < 100):
        for found, other, sign in ((hit, 1 - spared, "positive"), (1 - hit, spared, "negative")):
            ill, well = before * found, (1 - before) * other
            if ill + well and figures.same(claim, 100 * ill / (ill + well)):
                return f"{100 * before:g}% before, after a {sign} test"
    return ""


def _mixed(case: Cited, claim: Claimed, own: list[float], unit: Unit) -> str:
    people = {f.value for f in case.figures if f.value > 1 and (f.unit == "patients" or _of_them(case.text, f))}
    name = claim.unit.split("/")[0]
    there = [
        f.value
        for f in unit.figures[:40]
        if f.value not in (0, 1) and (not case.is_dose(claim) or _in_unit(unit, f, name))
    ]
    for a in own:
        for b in there if a not in (0, 1) else ():
            if claim.value > 12 and figures.same(claim, a * b) and sums.TOTAL.search(case.text):
                return f"{a:g} x {b:g}"
            if (
                claim.kind == "percent"
                and a in people
                and 0 < b <= a
                and b.is_integer()
                and figures.same(claim, 100 * b / a)
            ):
                return f"{b:g} / {a:g} x 100"
            counted = claim.kind == "percent" and a.is_integer() and 0 < a <= b
            if counted and figures.same(claim, 100 * a / b) and b in _totals(unit):
                return f"{a:g} / {b:g} x 100"
    for dose in doses.read(unit.raw) if case.is_dose(claim) else ():
        if dose.daily_total and claim.unit.startswith(dose.unit) and figures.same(claim, dose.daily_total):
            return f"{dose.text} is {dose.daily_total:g} a day"
    return ""


_SHARE_OF: Final = expression(r"(?:%|per ?cent)\s(?:of|among)\s(?:the\s|all\s|those\s){0,2}\Z", re.IGNORECASE)


def _of_them(text: str, figure: Claimed) -> bool:
    """True for the whole that a percentage is told of: `43% of the 391 births`."""
    return _SHARE_OF.search(text[max(0, figure.start - 24) : figure.start]) is not None


def _in_unit(unit: Unit, figure: Figure, name: str) -> bool:
    """True when the unit of measure stands right behind the figure."""
    return re.match(rf"[\s-]{{0,2}}{re.escape(name)}(?![a-zA-Z])", unit.text[figure.end : figure.end + 16]) is not None


_SIZED: Final = expression(r"\b[nN]\s?=\s?\Z")
_PEOPLE: Final = expression(
    r"(?:\s[\w/-]{1,20}){0,2}?\s(?:patients?|participants?|subjects?|people|persons?|individuals?|volunteers?|adults?"
    r"|children|infants?|wom[ae]n|m[ae]n|girls|boys|cases?|neonates|newborns|mothers|eyes)\b",
    re.IGNORECASE,
)


def _totals(unit: Unit) -> set[float]:
    """Numbers of a unit that counts may be set against: totals of fractions, sizes of groups, numbers of people."""
    made = {f.total for f in fractions(unit.text)} | {f.value for f in unit.head_figures if not f.places}
    for figure in (f for f in unit.figures if not f.places):
        sized = _SIZED.search(unit.text[max(0, figure.start - 6) : figure.start])
        if sized or unit.row or _PEOPLE.match(unit.text, figure.end):
            made.add(figure.value)
    return made


def _within(case: Cited, claim: Claimed, unit: Unit) -> str:
    for n, total, *_ in fractions(unit.text):
        if (
            claim.kind in ("percent", "fraction")
            and total
            and figures.same(
                claim._replace(value=claim.value if claim.kind == "percent" else 100 * claim.value), 100 * n / total
            )
        ):
            return f"{n:g} / {total:g} x 100"
        if claim.kind == "percent" and total and figures.same(claim, 100 - 100 * n / total):
            return f"100 - {n:g} / {total:g} x 100"
    near = case.text[max(0, claim.start - _NEAR) : claim.end + _NEAR]
    numbers = [f for f in unit.figures if f.percent] or _row_figures(unit)
    if claim.unit in figures.DAYS and not figures.timed(claim.unit, f"{unit.text} {unit.above} {' '.join(unit.head)}"):
        return ""
    if case.is_dose(claim):
        name = claim.unit.split("/")[0]
        numbers = [f for f in unit.figures if _in_unit(unit, f, name)]
    pairs = [(a.value, b.value) for i, a in enumerate(numbers[:10]) for b in numbers[i + 1 : 10]]
    if how := sums.rest(claim, numbers, case.text) or sums.relative(claim, unit.text, near):
        return how
    one_of = sums.one_of(claim, case.text)
    if one_of and any(f.value and figures.same(claim._replace(about=True), 100 / f.value) for f in numbers):
        return "100 / a printed percentage"
    for a, b in pairs:
        high, low = max(a, b), min(a, b)
        if one_of:
            if high > low and figures.same(claim._replace(about=True), 100 / (high - low)):
                return f"100 / ({high:g} - {low:g})"
            continue
        if sums.DIFFERENCE.search(near) and figures.same(claim, high - low):
            return f"{high:g} - {low:g}"
        if sums.NUMBER_NEEDED.search(near) and 0.5 <= high - low <= 100 and figures.same(claim, 100 / (high - low)):
            return f"100 / ({high:g} - {low:g})"
        if sums.TOTAL.search(near) and figures.same(claim, a + b):
            return f"{a:g} + {b:g}"
        if (
            sums.RELATIVE.search(near)
            and high
            and figures.same(claim, 100 * (high - low) / high)
            and claim.kind == "percent"
        ):
            return f"({high:g} - {low:g}) / {high:g} x 100"
        if low and sums.TIMES.search(near) and figures.same(claim, high / low):
            return f"{high:g} / {low:g}"
    return ""


_COUNTED: Final = expression(r"\s(?:[\w-]{1,20}\s){0,2}?([A-Za-z-]{4,20})")


def _added(case: Cited, claim: Claimed) -> str:
    """A total of what one passage counts apart."""
    near = case.text[max(0, claim.start - _NEAR) : claim.end + _NEAR]
    if claim.places or claim.kind not in ("count", "number") or claim.telling < 1 or not sums.TOTAL.search(near):
        return ""
    for source in case.sources:
        steps.spend(_COST)
        for unit in source.units:
            for a, b in combinations(_counts_of(case, claim, unit), 2):
                if a + b == claim.value:
                    return f"{a:g} + {b:g}"
    return ""


_SEXES: Final = expression(
    r"(?<![\w.])(?P<one>[0-9]{1,5}) (?:(?:female|male|women|woman|men|man|girl|boy)s?)(?:,| and|;|/) ?(?:and )?"
    r"(?P<two>[0-9]{1,5}) (?:female|male|women|woman|men|man|girl|boy)s?\b",
    re.I,
)


def _both_sexes(case: Cited, claim: Claimed) -> str:
    """How many people there were, out of the women and the men: `31 female, 7 male`, told as 38."""
    if claim.places or claim.kind == "percent":
        return ""
    for found in (m for s in case.sources for u in s.units for m in _SEXES.finditer(u.text)):
        if float(found["one"]) + float(found["two"]) == claim.value:
            return f"{found['one']} + {found['two']}"
    return ""


def _counts_of(case: Cited, claim: Claimed, unit: Unit) -> list[float]:
    """The whole numbers of a unit that count what the claim counts: `182 IVF-cycles and 1004 cycles`, told as 1,186."""
    behind = _COUNTED.match(case.text, claim.end)
    what = keys.of(behind[1]) if behind else frozenset()
    held = []
    for figure in unit.figures[:20] if what and what & unit.keys and not unit.row else ():
        named = keys.of(unit.text[figure.end : figure.end + 30])
        if not figure.places and not figure.percent and what & named:
            held.append(figure.value)
    return held


_ABSOLUTE: Final = expression(
    r"\b1,?000\b|\bNNT\b|\bNNH\b|\bnumber needed\b|\babsolute\b|\bfor every\b"
    r"|\bfor one (?:more|extra|additional|fewer)\b|\bto (?:prevent|avoid|spare|gain) one\b",
    re.I,
)


def _absolute(case: Cited, claim: Claimed, unit: Unit) -> str:
    """Risks for every 1,000 people, their difference with its 95 % interval, and the number needed to treat, out of two
    counts of a unit (Wald's interval; Altman DG 1998, doi:10.1136/bmj.317.7168.1309)."""
    if not _ABSOLUTE.search(case.text):
        return ""
    shares = next((f for f in unit.figures if f.percent and figures.same(claim, 10 * f.value)), None)
    if shares is not None:
        return f"{shares.value:g}% x 10"
    if needed := _needed(case, claim, unit):
        return needed
    counts = unit.parted
    for i, (a, n) in enumerate(counts):
        for b, m in counts[i + 1 :]:
            risk, other = a / n, b / m
            apart = abs(risk - other)
            error = 1.96 * (risk * (1 - risk) / n + other * (1 - other) / m) ** 0.5
            told = (risk, other, apart, abs(apart - error), apart + error)
            if any(figures.same(claim, 1000 * v) or figures.same(claim, 100 * v) for v in told):
                return f"{a:g}/{n:g} against {b:g}/{m:g}"
            if any(v > 0 and figures.same(claim._replace(about=True), 1 / v) for v in told[2:]):
                return f"1 / ({a:g}/{n:g} - {b:g}/{m:g})"
    return _of_ratio(claim, unit, [b / m for b, m in counts])


_NEEDED: Final = expression(
    r"\bNN[TH]\b|\bnumber needed\b|\bfor one (?:more|extra|additional|fewer)\b|\bto (?:prevent|avoid|spare|gain) one\b",
    re.I,
)
_PER_SHARE: Final = expression(r"\s?%?\s?(?:versus|vs\.?|v|compared (?:with|to)|against|and|to)\s")


def _needed(case: Cited, claim: Claimed, unit: Unit) -> str:
    """The number needed to treat out of two percentages that a unit sets against each other: `9.1 versus 7.8%`."""
    if claim.kind == "percent" or not _NEEDED.search(case.text):
        return ""
    for one, two in pairwise(unit.figures):
        apart = abs(one.value - two.value)
        if two.percent and apart > 0 and _PER_SHARE.fullmatch(unit.text, one.end, two.start):
            needed = 100 / apart
            if any(figures.same(claim._replace(about=True), value) for value in (needed, float(ceil(needed)))):
                return f"100 / ({max(one.value, two.value):g} - {min(one.value, two.value):g})"
    return ""


def _of_ratio(claim: Claimed, unit: Unit, risks: Iterable[float]) -> str:
    """People for every 1,000, by a risk of the unit and a bound of its odds or risk ratio (Cochrane Handbook 15)."""
    shares = [f.value / 100 for f in unit.figures if f.percent and 0 < f.value < 100 and f.value != _LEVEL]
    for risk in (*risks, *shares):
        odds = risk / (1 - risk) if risk < 1 else 0.0
        for bound in unit.bounds[:6]:
            told = (1000 * abs(risk - risk * bound), 1000 * abs(risk - odds * bound / (1 + odds * bound)))
            if any(figures.same(claim, value) for value in told):
                return f"{risk:.3g} against {bound:g} times as much"
    return ""


_LEVEL: Final = 95.0


def _row_figures(unit: Unit) -> list[Figure]:
    return [f for f in unit.figures if unit.row or f.places]
