"""Ages: for whom a direction says it holds, in years, whatever unit the label counts in.

A number is an age only with a unit of time or the word `aged`: the kilograms, doses and days of treatment that stand in
the same direction (`older than 3 months and below 40 kg`, `for up to 5 days`) are none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import msgspec

from probatum.text.expressions import expression

OLDEST: Final = 150.0
_NUMBER: Final = r"(\d{1,3}(?:\.\d{1,2})?)"
_UNIT: Final = (
    r"(days?|weeks?|months?|years?)\b(?! of (?:treatment|therapy|use))"
    r"(?! (?:after (?!birth)|later|apart|before|to show))"
)
_OLD: Final = r"(?: (?:of age|old))?"
_LENGTH: Final = r"(?<!for )(?<!within )(?<!during )(?<!every )(?<!lasting )(?<!next )(?<!first )(?<!after )"
"""What stands before a length of treatment and not before an age."""
_SPAN: Final = r"(?<!over )(?<!response in )(?<!improvement in )(?<!lasts )(?<!takes )(?<!take )"
"""What stands before a span in which something happens."""
_ALONE: Final = r"(?! ?(?:than\b|the\b|\d))"
"""`3 months and below 40 kg` tells two limits, `3 months and below` one."""
_YEARS: Final = {"day": 1 / 365, "week": 1 / 52, "month": 1 / 12, "year": 1.0}
_BETWEEN: Final = expression(
    rf"{_LENGTH}{_SPAN}\b{_NUMBER}(?: {_UNIT})? ?"
    rf"(?:to|through|-|–|and) ?((?:below|under|less than|<) ?)?{_NUMBER}[ -]{_UNIT}",
    re.IGNORECASE,
)
_BELOW: Final = expression(
    rf"{_LENGTH}(?:\b(?:below|under|less than|younger than|up to)|[<≤]) ?(?:the age of |or equal to )?"
    rf"{_NUMBER} {_UNIT}",
    re.IGNORECASE,
)
_OR_LESS: Final = expression(
    rf"{_LENGTH}\b{_NUMBER} {_UNIT}{_OLD} (?:or|and) (?:less|younger|under|below)\b{_ALONE}", re.IGNORECASE
)
_ABOVE: Final = expression(
    rf"{_LENGTH}(?:\b(?:above|over|at least|from|older than|more than)|[>≥]) ?(?:the age of |or equal to )?"
    rf"{_NUMBER} {_UNIT}",
    re.IGNORECASE,
)
_OR_MORE: Final = expression(
    rf"{_LENGTH}\b{_NUMBER} {_UNIT}{_OLD} (?:or|and) (?:more|above|over|older|greater)\b{_ALONE}", re.IGNORECASE
)
_EXACT: Final = expression(
    rf"\b(?:babies|infants|children) of {_NUMBER} {_UNIT}{_OLD}"
    r"(?! (?:or|and|to) (?:more|less|\d|above|below|over|under))",
    re.IGNORECASE,
)
"""One age and no other: `babies of 2 months`."""
_AGED: Final = expression(
    rf"\b(?:aged?|ages) (?:from |between )?{_NUMBER} ?(?:to|-|–|and) ?{_NUMBER}(?! ?(?:days?|weeks?|months?))\b",
    re.IGNORECASE,
)
_AGED_ABOVE: Final = expression(
    rf"\b(?:aged?|ages) (?:(?:over|above|older than|at least|from) {_NUMBER}(?! ?(?:days|weeks|months|to|-|–))"
    rf"|{_NUMBER} (?:or|and) (?:more|over|older|above))\b",
    re.IGNORECASE,
)
_AGED_BELOW: Final = expression(
    rf"\b(?:aged?|ages) (?:(?:under|below|younger than|up to) {_NUMBER}(?! ?(?:days|weeks|months))"
    rf"|{_NUMBER} (?:or|and) (?:less|under|younger|below))\b",
    re.IGNORECASE,
)


class Range(msgspec.Struct, frozen=True):
    """From `low` to `high`, both inside."""

    low: float
    high: float

    def meets(self, other: Range) -> bool:
        """Whether they share a value."""
        return self.low <= other.high and other.low <= self.high

    def within(self, other: Range) -> Range:
        """What both hold; `low` is above `high` where that is nothing."""
        return Range(max(self.low, other.low), min(self.high, other.high))


@lru_cache(maxsize=4096)
def limits(text: str) -> Range | None:
    """The ages that a direction is for, in years; None where it names none.

    >>> limits("children older than 3 months and below 40 kg")
    Range(low=0.25, high=150.0)
    >>> limits("25 mg/kg daily for up to 5 days")
    """
    between = _between(text)
    if between is not None:
        return between
    above = _of(_ABOVE, text) or _of(_OR_MORE, text) or _of(_AGED_ABOVE, text)
    below = _of(_BELOW, text)
    up_to = _of(_OR_LESS, text) or _of(_AGED_BELOW, text)
    if above is None and below is None and up_to is None:
        exact = _of(_EXACT, text)
        return None if exact is None else Range(exact, exact)
    high = min(_just_under(below) if below is not None else OLDEST, up_to if up_to is not None else OLDEST)
    if (above or 0.0) > high:
        return None  # of two things, each with its limit: `from 1 year on it eases, and below that it is not given`
    return Range(above or 0.0, high)


def _between(text: str) -> Range | None:
    found = _BETWEEN.search(text)
    if found is not None:
        last, unit = float(found[4]) * _years(found[5]), found[2] or found[5]
        return Range(float(found[1]) * _years(unit), _just_under(last) if found[3] else last)
    told = _AGED.search(text)
    return Range(float(told[1]), float(told[2])) if told is not None else None


def _of(pattern: re.Pattern[str], text: str) -> float | None:
    """The age that a pattern finds, in years."""
    found = pattern.search(text)
    if found is None:
        return None
    told = [part for part in found.groups() if part]
    unit = told[1] if len(told) > 1 else "years"
    return float(told[0]) * _years(unit)


def _years(unit: str) -> float:
    return _YEARS[unit.lower().rstrip("s")]


def _just_under(limit: float) -> float:
    """Below 12 years holds no twelve-year-old, and everybody that a figure of the question can be."""
    return limit - 0.001
