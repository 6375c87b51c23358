"""How often something is done and how fast something is given: `twice a week`, `every other day`, `1 mg/kg/h`.

One reader for the sentence under audit and for its sources.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.text import numerals
from probatum.text.expressions import expression

_DAYS: Final = {
    "hour": 1 / 24,
    "day": 1.0,
    "night": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.44,
    "year": 365.25,
}
_LY: Final = {
    "hourly": 24.0, "daily": 1.0, "nightly": 1.0, "weekly": 1 / 7, "fortnightly": 1 / 14, "monthly": 1 / 30.44,
    "yearly": 1 / 365.25, "annually": 1 / 365.25,
}  # fmt: skip
_N: Final = r"[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve"
_UNIT: Final = r"hour|day|night|week|fortnight|month|year"
_OFTEN: Final = expression(
    rf"\b(?:(?P<once>once|twice|thrice)|(?P<times>{_N}) (?:times|(?P<things>[a-z][a-z-]{{2,20}}s)))"
    rf"(?: (?:an?|per|each|every|in a) |/ ?| (?=daily|weekly|monthly|nightly))(?P<of>{_UNIT}|daily|weekly|monthly"
    rf"|nightly)\b"
    rf"|\b(?P<other>every (?:other|second)) (?P<second>{_UNIT})\b"
    rf"|\bevery (?P<count>{_N}) (?P<each>{_UNIT})s\b"
    rf"|\b(?P<ahead>{_N})[- ](?P<ly>hourly|daily|weekly|monthly)\b"
    rf"|\b(?:every|each|per) (?P<single>{_UNIT})\b|\b(?P<plain>{'|'.join(_LY)})\b"
    rf"|\b(?:an?|one|the) [a-z][a-z-]{{2,20}} (?:a|each|every|per) (?P<apiece>{_UNIT})\b",
    re.IGNORECASE,
)
_FORMS: Final = frozenset(
    re.split(
        " ", "capsules tablets pills drops puffs sachets grams servings cups glasses portions pieces units drinks eggs"
    )
)
_ONCE: Final = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_KG: Final = r"\s?(?:/|per\s|[.\u00b7*\s])\s?(?P<kg>kg)(?:\s?-\s?1)?"
_RATE: Final = expression(
    r"(?<![\d.])(?P<amount>[0-9]{1,4}(?:\.[0-9]{1,3})?)\s?(?P<unit>mg|mcg|\u03bcg|\u00b5g|ng|g|m[lL]|IU|U|units?|mmol)"
    rf"(?:{_KG})?\s?(?:/|per\s|an?\s|[.\u00b7*\s])\s?(?P<time>hours?|hr|h|minutes?|min)(?:\s?-?\s?1)?\b"
)
_MASS: Final = {"mg": 1.0, "mcg": 1e-3, "\u03bcg": 1e-3, "\u00b5g": 1e-3, "ng": 1e-6, "g": 1e3}


class Rate(NamedTuple):
    """An amount in an hour, in the base unit of its sort."""

    amount: float
    sort: str
    text: str
    hourly: bool = True
    """False where it is told for a minute."""


@lru_cache(maxsize=4096)
def often(text: str) -> tuple[tuple[float, str], ...]:
    """Every frequency of a text, in times a day, with its words."""
    return tuple(
        (_times(found), found.group())
        for found in _OFTEN.finditer(text)
        if not _LOOSELY.search(text[max(0, found.start() - 16) : found.start()])
    )


_LOOSELY: Final = expression(r"\b(?:nearly|almost|at least|less than|more than|up to|half|most)\s\Z", re.IGNORECASE)
"""Words by which people are asked how often they have something, and no plan is told."""


def _times(found: re.Match[str]) -> float:
    if found["once"] or found["times"]:
        unit = found["of"].lower()
        often = _ONCE[found["once"].lower()] if found["once"] else _value(found["times"])
        often = 1.0 if (found["things"] or "").lower() in _FORMS else often  # three tablets a day may be one dose
        return often * (_LY[unit] if unit in _LY else 1 / _DAYS[unit])
    if found["other"]:
        return 0.5 / _DAYS[found["second"].lower()]
    if found["count"]:
        return 1 / (_value(found["count"]) * _DAYS[found["each"].lower()])
    if found["ahead"]:
        return _LY[found["ly"].lower()] / _value(found["ahead"])
    if found["plain"]:
        return _LY[found["plain"].lower()]
    return 1 / _DAYS[(found["single"] or found["apiece"]).lower()]


def _value(number: str) -> float:
    spelt = numerals.SPELT.fullmatch(number.lower())
    return float(numerals.value(spelt)) if spelt else float(number)


@lru_cache(maxsize=4096)
def rates(text: str) -> tuple[Rate, ...]:
    """Every amount in an hour or minute, brought to the hour."""
    made = []
    for found in _RATE.finditer(text):
        unit = found["unit"]
        amount = float(found["amount"]) * _MASS.get(unit, 1.0) * (60.0 if found["time"].startswith("min") else 1.0)
        sort = ("mass" if unit in _MASS else unit.lower().rstrip("s")) + ("/kg" if found["kg"] else "")
        made.append(Rate(amount, sort, found.group(), not found["time"].startswith("min")))
    return tuple(made)
