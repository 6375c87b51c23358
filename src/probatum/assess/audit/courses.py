"""What amounts to how much: a dose over a day and a course, a strength over a volume, sessions over their time.

A writer adds up what a source gives one by one: 550 mg twice a day is 1.1 g a day, 750 mg/m2 on five days 3,750 mg/m2,
0.4 mL of 50 mg/mL 20 mg, ten sessions of half an hour five hours. Each factor must be printed in the sentence or in one
passage of the source, and the sum be of the sentence's own unit of measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from probatum.assess.audit import figures, steps
from probatum.assess.audit.case import Cited
from probatum.assess.audit.figures import DAYS, Claimed
from probatum.assess.audit.source import Source, Unit
from probatum.text import doses, numerals, quantities
from probatum.text.doses import Dose
from probatum.text.expressions import expression

_DAILY: Final = expression(r"\b(?:a day|per day|daily|each day|every day|in a day|/day|/d|day's)\b")
_WHOLE: Final = expression(
    r"\b(?:total|in all|altogether|cumulative|per (?:course|cycle|patient|person|child)|a (?:course|cycle|round)|course"
    r"|cycles?|round|whole|sum|makes?|made|com(?:es?|ing) to|came to|amount(?:s|ed|ing)? to|add(?:s|ed)? up|works? out"
    r"|thus|that is|held|over (?:the|a|all)|all told|in the end|together)\b"
)
"""Words that announce what is given in the end."""
_STRENGTH: Final = expression(
    r"(?<![\w.])(?P<amount>[0-9]{1,4}(?:\.[0-9]{1,3})?)\s?(?P<unit>mg|mcg|\u03bcg|g|IU|U|units?)\s?(?:/"
    r"|per\s)\s?m[lL]\b"
)
_VOLUME: Final = expression(
    r"(?<![\w.])(?P<amount>[0-9]{1,4}(?:\.[0-9]{1,3})?)[\s-]?(?:m[lL]|cc|millilit(?:er|re)s?)\b"
)
_SESSIONS: Final = expression(
    r"(?<![\w.])(?P<count>[0-9]{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\s"
    r"(?:[\w-]{1,20}\s){0,2}?(?:sessions?|doses|times|visits|treatments|injections|infusions|classes|meetings"
    r"|applications|cycles|courses|rounds"
    r"|calls|lessons|fractions)\b"
)
_MASSES: Final = {"kg": 1e6, "g": 1e3, "mg": 1.0, "mcg": 1e-3, "\u03bcg": 1e-3, "ng": 1e-6}
_MOST: Final = 8
_LONGEST: Final = 400.0
"""Days of a course that are multiplied."""


def amounting(case: Cited, claim: Claimed, units: Iterable[Unit]) -> str:
    """The product that gives a dose, a count of tablets or a time of the sentence, in words; empty for none."""
    if claim.kind == "duration":
        return _timed(case, claim, units)
    if counted(case, claim):
        return "how many, how often and for how long, multiplied"
    dose = _dose_of(case, claim)
    if dose is None:
        return ""
    own = [d for d in case.doses if d is not dose][:_MOST]
    found = _multiplied(case, dose, claim, own, case.text) or _summed(case, dose, claim, own)
    for source in case.sources:
        steps.spend(_COST)
        for unit, parts in _given(source):
            found = found or _multiplied(case, dose, claim, parts, unit.text) or _drawn(claim, dose, unit)
    return found


_COST: Final = 2_000


@lru_cache(maxsize=128)
def _given(source: Source) -> tuple[tuple[Unit, tuple[Dose, ...]], ...]:
    """The passages of a record's own that print doses."""
    held = ((u, doses.read(u.raw)[:_MOST]) for u in source.units if u.own and not u.row and u.figures)
    return tuple(islice(((u, d) for u, d in held if d), _PASSAGES))


_PASSAGES: Final = 60


def _dose_of(case: Cited, claim: Claimed) -> Dose | None:
    return next((d for d in case.doses if d.start <= claim.start < d.end), None)


def _multiplied(case: Cited, dose: Dose, claim: Claimed, parts: Sequence[Dose], text: str) -> str:
    daily = dose.frequency_per_day == 1 or _DAILY.search(case.text) is not None
    whole = _WHOLE.search(case.text) is not None
    for part in parts:
        if (part.per_kg, part.per_m2) != (dose.per_kg, dose.per_m2):
            continue
        scale = _scale(part.unit, dose.unit)
        for factor, how in _factors(part, text, case.text, daily=daily, whole=whole) if scale else ():
            if figures.same(claim._replace(about=False), part.amount * scale * factor):
                return f"{part.amount:g} {part.unit} x {how}"
    return ""


def _summed(case: Cited, dose: Dose, claim: Claimed, parts: Sequence[Dose]) -> str:
    """Two doses one after the other, each for as long: `10 mg daily for 12 weeks and then 30 mg for as long`."""
    scales = [_scale(part.unit, dose.unit) for part in parts]
    if len(parts) != 2 or not all(scales) or _WHOLE.search(case.text) is None:
        return ""
    daily = sum(p.amount * s * (p.frequency_per_day or 1.0) for p, s in zip(parts, scales, strict=True))
    for days in sorted(_days(case.text)):
        if figures.same(claim._replace(about=False), daily * days):
            return f"({parts[0].amount:g} + {parts[1].amount:g}) x {days:g}"
    return ""


def _scale(unit: str, wanted: str) -> float:
    """By what an amount is multiplied to be told in another unit; 0 where it cannot."""
    if unit == wanted or {unit, wanted} <= _FORMS:
        return 1.0
    return _MASSES[unit] / _MASSES[wanted] if unit in _MASSES and wanted in _MASSES else 0.0


_FORMS: Final = frozenset(("tablets", "capsules", "pills"))


def _factors(part: Dose, text: str, said: str, *, daily: bool, whole: bool) -> Iterator[tuple[float, str]]:
    """How often a part is given, by what the sentence tells: in a day, in all, or both."""
    often = part.frequency_per_day
    if daily and often and often > 1:
        yield often, f"{often:g} a day"
    if not whole:
        return
    for days in _days(text) | _days(said):
        times = days * often if often else days
        yield times, f"{times:g}"
    for count in (*_counts(text), *_counts(said)):
        yield count, f"{count:g}"


@lru_cache(maxsize=2048)
def _days(text: str) -> frozenset[float]:
    """Spans of time that a text prints, in days."""
    made = {q.value * DAYS[q.unit] for q in quantities.read(text) if q.unit in DAYS and DAYS[q.unit] >= 1}
    return frozenset(d for d in made if 1 < d <= _LONGEST and d == int(d))


@lru_cache(maxsize=2048)
def _counts(text: str) -> tuple[float, ...]:
    """How many doses, sessions, injections a text prints."""
    return tuple(islice((_number(found["count"]) for found in _SESSIONS.finditer(text)), _MOST))


def _number(text: str) -> float:
    return float(text) if text.isdigit() else float(numerals.spelt(text))


def _drawn(claim: Claimed, dose: Dose, unit: Unit) -> str:
    """A volume of a strength: `0.4 mL of 50 mg/mL`."""
    for strength in _STRENGTH.finditer(unit.text):
        scale = _scale(strength["unit"], dose.unit)
        for volume in _VOLUME.finditer(unit.text) if scale else ():
            if figures.same(claim, float(volume["amount"]) * float(strength["amount"]) * scale):
                return f"{volume.group()} of {strength.group()}"
    return ""


def counted(case: Cited, claim: Claimed) -> bool:
    """True for a count of tablets that the sentence works out of its own: `two pills twice daily for three weeks`."""
    if claim.places or _FORM.match(case.text, claim.end) is None:
        return False
    often, spans = doses.frequencies(case.text[:_REACH]) or (1.0,), _days(case.text) or frozenset((1.0,))
    own = _taken(case.text[:_REACH]) - {claim.value}
    return any(abs(n * f * d - claim.value) < _SAME for n in own for f in often[:_MOST] for d in spans)


@lru_cache(maxsize=2048)
def _taken(text: str) -> frozenset[float]:
    """How many tablets, drops, puffs a text prints."""
    return frozenset(islice((_number(found[1].lower()) for found in _FORMED.finditer(text)), _MOST))


_REACH: Final = 400
_SAME: Final = 1e-6
_FORM: Final = expression(r"\s?(?:pill|tablet|capsule|sachet|puff|drop|dose|piece|bottle|injection)s?\b")
_FORMED: Final = expression(
    r"(?<![\w.])([0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\s(?:pill|tablet|capsule|sachet|puff"
    r"|drop|dose"
    r"|piece|bottle|injection)s?\b",
    re.IGNORECASE,
)


def _timed(case: Cited, claim: Claimed, units: Iterable[Unit]) -> str:
    """Sessions over the time of each, told in the sentence or in one passage."""
    if not (_WHOLE.search(case.text) or _DAILY.search(case.text)):
        return ""
    wanted = claim.value * DAYS[claim.unit]
    for text in (case.text, *(u.text for u in units), *_spanned(case)):
        spans = [q for q in quantities.read(text) if q.unit in DAYS and q.start != claim.start]
        counts = [*_counts(text), *_counts(case.text), *(f for f in doses.frequencies(text) if f > 1)]
        for span in spans[:_MOST]:
            for count in (*counts[:_MOST], 1.0):
                if count != 1 and abs(span.value * DAYS[span.unit] * count - wanted) < 1e-6 * wanted:
                    return f"{span.text} x {count:g}"
                for other in spans if DAYS[span.unit] < 1 else ():
                    often = max(1.0, count) * other.value * DAYS[other.unit]
                    if abs(span.value * DAYS[span.unit] * often - wanted) < 1e-6 * wanted and DAYS[other.unit] >= 1:
                        return f"{span.text} x {count:g} x {other.text}"
    return ""


def _spanned(case: Cited) -> Iterator[str]:
    """Passages on what was planned that print a short span of time and a long one: `five minutes twice daily for a
    week`."""
    for source in case.sources:
        told = (u for u in source.units if u.own and not u.row and len(u.figures) > 1 and _DAILY.search(u.text))
        for unit in islice(told, _PASSAGES):
            steps.spend(_COST // 10)
            yield unit.text
