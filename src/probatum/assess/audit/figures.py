"""Numbers of a claim held against numbers of a source: equal, rounded, in another unit, or worked out in sight."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.text import numerals, quantities, statistics
from probatum.text.expressions import expression
from probatum.text.quantities import Quantity

_NUMBER: Final = expression(
    r"(?<![A-Za-z0-9_])(?<![0-9][.,])[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,8})?(?![0-9])"
    r"|(?<![A-Za-z_0-9])(?:(?<![A-Za-z]-)|(?<=[Dd]ay-)|(?<=[Ww]eek-)|(?<=[Mm]onth-)"
    r"|(?<=CI-))(?:[0-9]{1,9}(?:\.[0-9]{1,10})?|\.[0-9]{1,10})(?![0-9])"
)
_THOUSANDS: Final = expression(
    r"(?<![0-9.,/-])(?<![0-9] )[1-9][0-9]{0,2}(?:[ .][0-9]{3})+"
    r"(?=\s?(?:IU|units|patients|participants|people|women|men|children|births|copies|cells|steps)\b)"
)
"""Thousands as some journals print them: `100 000 IU`, `40.000 IU`, `1 200 women`."""
_DECIMAL_COMMA: Final = expression(r"(?<![0-9.,])([0-9]{1,4}),([0-9]{1,2})(?![0-9,]|\s?,)")
_ABOUT: Final = expression(
    r"(?:\b(?:about|around|roughly|approximately|nearly|almost|some|close to|near|circa|ca\.?|just (?:over|under"
    r"|above|below)"
    r"|a little (?:over|under|more than|less than)|more than|over|at least|fewer than|less than|under|up to)|~)\s?"
    r"(?:an?\s)?\Z",
    re.IGNORECASE,
)
DAYS: Final = {
    "hours": 1 / 24,
    "days": 1.0,
    "weeks": 7.0,
    "months": 30.44,
    "years": 365.25,
    "minutes": 1 / 1440,
}
"""Units of time in days."""
_TIMES: Final = r"(?P<long>hour|day|week|month|year|minute)s?|(?P<short>h|d|w|y|hrs?|mins?|wks?|mos?|yrs?)"
_MORE: Final = r"[0-9.]{1,6}\s?(?:,|and|or|to|-|/)\s?(?:and\s|or\s)?"
_TIMED_BEHIND: Final = expression(
    rf"(?:\s?(?:,|and|or|to|-|/)\s?(?:and\s|or\s)?[0-9.]{{1,6}}){{0,8}}[\s-]{{0,2}}(?:{_TIMES})\b", re.IGNORECASE
)
"""What stands behind a number of a span of time: `4, 8 and 12 weeks`, `6-month`."""
_TIMED_BEFORE: Final = expression(
    rf"\b(?P<long>hour|day|week|month|year)(?P<short>)s?[\s-](?:{_MORE}){{0,8}}\Z", re.IGNORECASE
)
"""What stands before it: `at weeks 4, 8 and 12`."""
_TIME_WORD: Final = expression(rf"(?<![A-Za-z])(?:{_TIMES})\b", re.IGNORECASE)
_AT_SOME_TIME: Final = expression(r"visit|\bage", re.IGNORECASE)
_SHORT: Final = {"h": "hours", "d": "days", "w": "weeks", "mo": "months", "y": "years", "mi": "minutes"}
_WEIGHT: Final = r"(mg|g|\u03bcg|\u00b5g|mcg|ng|kg|milligrams?|micrograms?|grams?)(?![a-zA-Z])"
_WEIGHED: Final = expression(rf"[\s-]{{0,2}}{_WEIGHT}")
"""The unit of mass behind a figure."""
_WEIGHED_BEHIND: Final = expression(rf"(?<![a-zA-Z]){_WEIGHT}")
_FAR: Final = 60
"""Characters behind a figure in which the unit of mass of a list stands: `25, 50 and 100 mg`, `105 (2) or 96 mg`."""
_MASS: Final = {
    "gram": 1e3,
    "grams": 1e3,
    "milligram": 1.0,
    "milligrams": 1.0,
    "microgram": 1e-3,
    "micrograms": 1e-3,
    "g": 1e3,
    "mg": 1.0,
    "\u03bcg": 1e-3,
    "\u00b5g": 1e-3,
    "mcg": 1e-3,
    "ng": 1e-6,
    "kg": 1e6,
}
_NAMED: Final = expression(r"(?<![.!?]\s)\b(?=[A-Za-z]*[A-Z])[A-Za-z]{2,12}[\s-]\Z")
_SOURCES: Final = frozenset(("studies", "trials", "reviews", "sources", "reports"))
_SOURCES_AFTER: Final = expression(
    r"\s(?:[\w-]{1,20}\s){0,3}(?:stud(?:y|ies)|trials?|reviews?|sources?|reports?|series)\b"
    r"(?!\s(?:members?|participants?|patients?|subjects?|volunteers?|people|recruits?)\b)"
)
_MEMBERS: Final = expression(r"\s(?:members?|participants?|patients?|subjects?|volunteers?|people|recruits?)\b")
"""Behind `trial` these count people and no trials: `62 of 106 trial members`."""
_PARTS: Final = frozenset(("", "groups", "arms", "drugs", "trials", "studies", "doses", "reviews"))
_RESULT_KINDS: Final = frozenset(("percent", "count", "fraction", "number", "range", "spread", "dose", "duration"))


_LEVEL: Final = expression(
    r"\b(?:significan(?:t|ce)\s(?:at|level|threshold)|alpha|level of (?:statistical )?significance)"
    r"(?:\s(?:of|a|the|was|is|set|at|to|level)|\s?[=:<]){0,5}\s?\Z",
    re.IGNORECASE,
)
"""What stands before the level by which a result is judged: `not significant at 0.05`."""
_BOUNDS: Final = expression(
    r"\binterval\w{0,2}\b[^.;0-9]{0,40}\b(?:from|between)\s-?([0-9.]{1,10})%?\s(?:to|and)\s-?([0-9.]{1,10})", re.I
)
"""`The interval runs from 0.80 to 2.46`: two bounds, not a change."""
_BOUND: Final = expression(
    r"\b(?:interval|(?:upper|lower) (?:bound|limit|end))\b[^.;,0-9]{0,50}\b(?:at|from|to|by|of|as|was|near|above"
    r"|below)\s"
    r"(?:about |only |just )?-?([0-9.]{1,10})(?![0-9])",
    re.IGNORECASE,
)
"""`An interval that stopped at 2.9`: one bound."""
_IN_SO_MANY: Final = expression(r"\b(?:in|out of)(?: every)?\b", re.IGNORECASE)
_FEW: Final = 10
"""Totals up to which `three in five` tells a share, and no count."""
_HUNDRED: Final = 100.0
_SHARE_BEHIND: Final = expression(r" ?\( ?[0-9]{1,3}(?:\.[0-9]+)? ?%")
_SCALE: Final = expression(r"\s(thousand|million|billion)\b", re.IGNORECASE)
_SCALES: Final = {"thousand": 1e3, "million": 1e6, "billion": 1e9}


_EVERY: Final = expression(
    r"\b(?:every|each|per|(?:people|patients|participants|women|men|children|adults|cases) (?:in|of|out of))\s\Z",
    re.IGNORECASE,
)
_BASES: Final = frozenset((10.0, 100.0, 1_000.0, 10_000.0, 100_000.0))
"""What rates are told by: `786 of every 1,000 people`."""


class Figure(NamedTuple):
    """A number as a source prints it; `value` is without sign."""

    value: float
    start: int
    end: int
    places: int
    percent: bool = False
    counted: bool = False
    """True when its own percentage stands behind it in brackets: `37 (40.2%)`."""


class Claimed(NamedTuple):
    """A number that a sentence under audit asserts; `value` is without sign. Offsets count in its plain text."""

    value: float
    places: int
    unit: str
    kind: str
    about: bool
    start: int
    end: int
    text: str
    word: bool = False
    part: str = ""
    """`low`, `high`, `of` (a denominator), or empty."""

    @property
    def telling(self) -> float:
        """How much it takes to hit it by chance: 0.3 for a small whole number, more for decimals and large ones."""
        if self.places or self.value >= 100:
            return 1.5
        return 1.0 if self.value > 12 else 0.3


@lru_cache(maxsize=16384)
def printed(text: str) -> tuple[Figure, ...]:
    """Every number of a source's folded text, also those in words."""
    made = []
    for found in _NUMBER.finditer(text):
        raw = found.group()
        places = len(raw.rsplit(".", 1)[1]) if "." in raw else 0
        after = text[found.end() : found.end() + 2]
        scale = _SCALE.match(text, found.end())
        value = float(raw.replace(",", "")) * (_SCALES[scale[1].lower()] if scale else 1.0)
        counted = not places and _SHARE_BEHIND.match(text, found.end()) is not None
        made.append(Figure(value, *found.span(), places, after.lstrip().startswith("%"), counted))
    made += [Figure(numerals.value(f), *f.span(), 0) for f in numerals.SPELT.finditer(text)]
    for found in _THOUSANDS.finditer(text):
        made.append(Figure(float(re.sub(r"[ .]", "", found.group())), *found.span(), 0))
    made.sort(key=lambda f: f.start)
    return tuple(made)


def claimed(text: str) -> tuple[Claimed, ...]:
    """The numbers of a sentence that assert something: no p values, levels, labels (`type 2`), years, ratios."""
    text = _DECIMAL_COMMA.sub(r"\1.\2", text)
    made: list[Claimed] = []
    bounds = _bounds(text)
    for quantity in quantities.read(text):
        if quantity.kind not in _RESULT_KINDS or _level(text, quantity):
            continue
        if (
            not quantity.unit
            and quantity.value >= 100
            and _NAMED.search(text[max(0, quantity.start - 24) : quantity.start])
        ):
            continue  # `EPs 7630`: part of a name
        if quantity.value in _BASES and _EVERY.search(text[max(0, quantity.start - 24) : quantity.start]):
            continue  # `for every 1,000`: by what a rate is told
        about = _ABOUT.search(text[max(0, quantity.start - 24) : quantity.start]) is not None
        whole = quantity.value_text
        places = len(whole.rsplit(".", 1)[1]) if "." in whole and whole.rsplit(".", 1)[1].isdigit() else 0
        sources = quantity.unit in _SOURCES and not _MEMBERS.match(text, quantity.end)
        if sources or _SOURCES_AFTER.match(text, quantity.end):
            continue  # `1 cohort study`, `3 trials`: a count of sources, not of what they found
        if quantity.word and quantity.denominator is None and quantity.unit in _PARTS and quantity.value <= 5:
            continue  # `one of the two drugs`, `the five groups`
        kind = "number" if quantity.kind == "duration" and quantity.unit not in DAYS else quantity.kind
        base = (quantity.unit, kind, about)
        span = (quantity.start, quantity.end, quantity.text)
        part = "low" if quantity.high else bounds.get(quantity.start, "")
        made.append(Claimed(abs(quantity.value), places, *base, *span, quantity.word, part))
        if quantity.high is not None:
            made.append(Claimed(abs(quantity.high), places, *base, *span, quantity.word, "high"))
        if (share := _share(quantity)) is not None:
            rough = made[-1].about or quantity.word
            made[-1] = made[-1]._replace(value=share, places=1, kind="fraction", unit="", about=rough)
        elif quantity.denominator is not None and not _by(quantity):
            made.append(Claimed(abs(quantity.denominator), 0, *base, *span, quantity.word, "of"))
    return tuple(made)


def _share(quantity: Quantity) -> float | None:
    """The share that `three in five` and `46 in 100` tell; None of counts."""
    total = quantity.denominator
    if not total or quantity.value > total or not _IN_SO_MANY.search(quantity.text):
        return None
    whole = total == _HUNDRED and quantity.value >= 1
    alone = quantity.value == 1 and total <= _HUNDRED
    return quantity.value / total if whole or alone or (quantity.word and total <= _FEW) else None


def of_sources(text: str, end: int) -> bool:
    """True when a number that ends there counts sources: `1 randomised trial`."""
    return _SOURCES_AFTER.match(text, end) is not None


def _by(quantity: Quantity) -> bool:
    """True for a share told by a round number of people: `786 of every 1,000`."""
    return quantity.denominator in _BASES and re.search(r"\b(?:every|each)\b", quantity.text) is not None


def _bounds(text: str) -> dict[int, str]:
    """Where the bounds of intervals stand, each with `low` or `high`."""
    made = {found.start(1): "high" for found in _BOUND.finditer(text)}
    made |= {found.start(n): part for found in _BOUNDS.finditer(text) for n, part in ((1, "low"), (2, "high"))}
    for found in statistics.read_intervals(text):
        made |= {found.low_start: "low", found.high_start: "high"}
    return made


def _level(text: str, quantity: Quantity) -> bool:
    """True for the level by which a result is judged."""
    most = {"number": 0.1, "percent": 10.0}.get(quantity.kind, 0.0)
    return quantity.value <= most and level_before(text, quantity.start)


def level_before(text: str, place: int) -> bool:
    """True where a level of significance is announced: `not significant at`."""
    return _LEVEL.search(text[max(0, place - 40) : place]) is not None


def same(claim: Claimed, source: float) -> bool:
    """True when the source's number is the claimed one, rounded as the claim rounds it."""
    half = 0.5 * 10.0**-claim.places
    near = abs(claim.value - source) <= half + 1e-9
    if near:
        return True
    return claim.about and abs(claim.value - source) <= 0.05 * max(claim.value, source) + 1e-9


def meets(claim: Claimed, figure: Figure, text: str) -> bool:
    """True when a figure of a source's folded text is what is claimed, also in another unit of time or mass."""
    if claim.places >= 2 and not figure.places and claim.value < 100:
        return False  # `8.00` is no count of eight
    unit = claim.unit.split("/")[0]
    if claim.unit in DAYS:
        return lasts(claim, figure, text)
    if claim.places and not figure.places and claim.kind == "number" and unit_of_time(figure, text):
        return False  # `6.0` points are no six months
    behind = _weighed(text, figure.end) if unit in _MASS else None
    if behind and _MASS[behind[1]] != _MASS[unit]:
        mine, other = claim.value * _MASS[unit], figure.value * _MASS[behind[1]]
        return abs(mine - other) <= 1e-6 * max(mine, other)
    if unit in _MASS and behind is None and "\t" not in text:
        return False  # a number of a sentence that weighs nothing is no dose
    if same(claim, figure.value):
        return True
    if claim.kind == "percent" and not figure.percent and 0 < figure.value < 1 and figure.places >= _SHARED:
        return same(claim, 100 * figure.value) and _PROPORTION.search(text) is not None
    if claim.kind == "fraction" and claim.value < 1 and figure.percent:
        return abs(claim.value * 100 - figure.value) <= _off(claim)
    return False


def _off(claim: Claimed) -> float:
    """Points by which a share in so many may be off: fewer the smaller it is, `one in 14` being no one in ten."""
    return min(3.0, max(0.3, _OFF * 100 * claim.value)) if claim.about else 1.0


_OFF: Final = 0.12
"""Share of itself by which `one in eight` is rounded at most."""
_SHARED: Final = 2
"""Places of a proportion that may be told as a percentage."""
_PROPORTION: Final = expression(r"\bproportions?\b|\bprobabilit|\bfractions?\b", re.IGNORECASE)
_CLOSE: Final = 0.035
_LOOSE: Final = 0.13


def _weighed(text: str, end: int) -> re.Match[str] | None:
    """The unit of mass right behind a figure, else the next one."""
    return _WEIGHED.match(text, end) or _WEIGHED_BEHIND.search(text, end, min(len(text), end + _FAR))


def bounds(claim: Claimed) -> tuple[tuple[float, float], ...] | None:
    """The ranges outside of which no number of a source can be what is claimed; None where it may be told in another
    unit."""
    if claim.unit in DAYS or claim.unit.split("/")[0] in _MASS:
        return None
    half = 0.5 * 10.0**-claim.places + 1e-9
    made = [(claim.value - half, claim.value + half)]
    if claim.about:
        made.append((claim.value * _LEAST, claim.value / _LEAST))
    if claim.kind == "percent":
        made.append(((claim.value - half) / 100 - 1e-9, (claim.value + half) / 100 + 1e-9))
    if claim.kind == "fraction" and claim.value < 1:
        made.append((claim.value * 100 - 3, claim.value * 100 + 3))
    return tuple(made)


_LEAST: Final = 0.9499


def lasts(claim: Claimed, figure: Figure, text: str) -> bool:
    """True when a figure of a source's folded text is the claimed span of time."""
    named = unit_of_time(figure, text)
    if named:
        return as_long(claim, figure.value, named, _LOOSE if claim.about else _CLOSE)
    if not same(claim, figure.value):
        return False  # before anything is searched: most figures are others
    around = text[max(0, figure.start - 48) : figure.end + 30]
    return timed(claim.unit, around) or _AT_SOME_TIME.search(around) is not None


def as_long(claim: Claimed, value: float, unit: str, loose: float = _LOOSE) -> bool:
    """True when a span of time is the claimed one, in another unit as near as `loose` (a share): 12 weeks are told as
    3 months."""
    if {claim.unit, unit} == {"weeks", "months"}:
        weeks, months = (claim.value, value) if claim.unit == "weeks" else (value, claim.value)
        if abs(weeks - _WEEKS * months) < 0.5:
            return True  # eight weeks are told as two months
    if claim.unit == unit and (same(claim, value) or not claim.about):
        return same(claim, value)
    if claim.unit not in DAYS or unit not in DAYS:
        return claim.unit == unit and same(claim, value)  # minutes a day are a rate, no span
    mine, other = claim.value * DAYS[claim.unit], value * DAYS[unit]
    return abs(mine - other) <= loose * max(mine, other)


_WEEKS: Final = 4
"""Weeks that are told as a month."""


@lru_cache(maxsize=16384)
def unit_of_time(figure: Figure, text: str) -> str:
    """The unit of time beside a figure (`weeks`), also behind or before a list of them; empty where there is none."""
    found = _TIMED_BEHIND.match(text, figure.end) or _TIMED_BEFORE.search(text, max(0, figure.start - 60), figure.start)
    return _unit_of_time(found) if found else ""


def _unit_of_time(found: re.Match[str]) -> str:
    if found["long"]:
        return f"{found['long'].lower()}s"
    short = found["short"].lower()
    return _SHORT[short[:2] if short[:2] in _SHORT else short[0]]


def timed(unit: str, text: str) -> bool:
    """True when a text names a unit of time."""
    return any(_unit_of_time(found) == unit for found in _TIME_WORD.finditer(text))
