"""How much of something, or for how long, a sentence advises: `at least a month`, `one week and no more`.

Two pieces of advice on one thing cannot both be followed where the least that one allows is above the most of the
other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from probatum.text import numerals
from probatum.text.expressions import expression

_SIZES: Final = {
    "minute": ("time", 1 / 1440), "hour": ("time", 1 / 24), "day": ("time", 1.0), "night": ("time", 1.0),
    "week": ("time", 7.0), "fortnight": ("time", 14.0), "month": ("time", 30.44), "year": ("time", 365.25),
    "mcg": ("mass", 1e-3), "mg": ("mass", 1.0), "g": ("mass", 1e3), "ml": ("volume", 1.0), "dose": ("doses", 1.0),
    "session": ("sessions", 1.0), "tablet": ("tablets", 1.0), "visit": ("visits", 1.0),
}  # fmt: skip
"""What each unit measures, and how much of it."""
_AMOUNT: Final = expression(
    r"(?P<before>\b(?:at least|no (?:less|fewer|shorter) than|not (?:less|under|below)|a minimum of|(?:at most"
    r"|no more than"
    r"|no longer than|never (?:more|longer) than|not (?:beyond|above|over)|a maximum of|up to|only|just))\s)?"
    r"(?P<number>\b[0-9]{1,4}(?:\.[0-9]{1,2})?|\ban?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve"
    r"|single))"
    r"[\s-](?:(?:full|whole|single)\s)?(?P<unit>minute|hour|day|night|week|fortnight|month|year|mcg|mg|g|m[lL]|dose"
    r"|session"
    r"|tablet|visit)s?\b(?P<behind>[^.;]{0,70}?\b(?:and|or|but)\s(?:no|not a day|nothing|never)\s(?:more|longer"
    r"|further)"
    r"|\s(?:or|and) (?:more|longer)\b|\s(?:or less|at (?:the )?most|at the longest)\b)?",
    re.IGNORECASE,
)
_LEAST: Final = ("at least", "no less", "no fewer", "no shorter", "not less", "not under", "not below", "a minimum")


class Amount(NamedTuple):
    """An amount with its bounds in the base unit of what it measures."""

    measures: str
    low: float
    high: float
    bounded: bool
    """True where words set a bound."""


def read(text: str) -> tuple[Amount, ...]:
    """Every amount of a sentence."""
    made = []
    for found in _AMOUNT.finditer(text):
        measures, size = _SIZES[found["unit"].lower()]
        value = _value(found["number"]) * size
        before, behind = (found["before"] or "").lower(), (found["behind"] or "").lower().strip()
        least = before.startswith(_LEAST) or behind in ("or more", "and more", "or longer", "and longer")
        most = bool(before or behind) and not least
        made.append(Amount(measures, 0.0 if most else value, float("inf") if least else value, least or most))
    return tuple(made)


def _value(number: str) -> float:
    spelt = numerals.SPELT.fullmatch(number.lower())
    if number[0].isdigit():
        return float(number)
    return float(numerals.value(spelt)) if spelt else 1.0


def apart(one: Iterable[Amount], other: Iterable[Amount]) -> bool:
    """True where the only amounts of one sort that two sentences name cannot both be kept."""
    mine, theirs = list(one), list(other)
    for sort in {a.measures for a in mine} & {a.measures for a in theirs}:
        left, right = ([a for a in side if a.measures == sort] for side in (mine, theirs))
        if len(left) != 1 or len(right) != 1 or not (left[0].bounded or right[0].bounded):
            continue
        if left[0].low > right[0].high * _MONTH or right[0].low > left[0].high * _MONTH:
            return True
    return False


_MONTH: Final = 1.09
"""Twelve weeks are told as three months."""
