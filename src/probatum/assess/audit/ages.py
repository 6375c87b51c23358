"""Ages between which people are said to lie, in years: of a sentence, and of those who could take part in a study."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.text.expressions import expression

_NUMBER: Final = r"[0-9]{1,3}(?:\.[0-9])?"
_UNIT: Final = r"(?:years?|yrs?|y|months?|mo)"
_BETWEEN: Final = expression(
    rf"\b(?P<low>{_NUMBER})\s?(?P<of>{_UNIT})?\s?(?:-|\u2013|to|and|through|until)\s?(?P<high>{_NUMBER})[\s-]?"
    rf"(?P<unit>{_UNIT})\b",
    re.IGNORECASE,
)
_FROM: Final = expression(
    rf"(?:\u2265|>=|>|\bat least|\bover|\bolder than|\babove|\bfrom)\s?(?P<low>{_NUMBER})\s?(?P<unit>{_UNIT})\b"
    rf"|\b(?P<least>{_NUMBER})\s?(?P<in>{_UNIT})(?: of age| old)?,? (?:or|and) (?:older|above|over|more)",
    re.IGNORECASE,
)
_UNTIL: Final = expression(
    rf"(?:\u2264|<=|<|\bat most|\bunder|\byounger than|\bbelow|\bup to)\s?(?P<high>{_NUMBER})\s?(?P<unit>{_UNIT})\b",
    re.IGNORECASE,
)
_OF_AGE: Final = expression(
    r"\b(?:ages?|aged|old|older|younger|(?:children|adults|adolescents|infants|women|men|boys|girls|volunteers|people"
    r"|patients|participants|pupils) (?:of|from|were|between|who were))\b",
    re.IGNORECASE,
)
_NEAR: Final = 45
OLDEST: Final = 110


class Ages(NamedTuple):
    """The lowest and the highest age, in years, with the words that tell them."""

    low: float
    high: float
    told: str

    def apart(self, other: Ages) -> bool:
        """True where nobody can be of both, but at the bound."""
        return self.high <= other.low or other.high <= self.low


def spans(text: str) -> list[Ages]:
    """The ages between two bounds that a sentence tells of people: `between 6 and 12 years old`."""
    made = []
    for found in _BETWEEN.finditer(text):
        around = (
            f"{text[max(0, found.start() - _NEAR) : found.start()]} {text[found.start() : found.end() + _NEAR // 2]}"
        )
        ages = _ages(found)
        if ages is not None and _OF_AGE.search(around):
            made.append(ages)
    return made


def bounds(text: str) -> Ages | None:
    """The ages that could take part, as the words of a record tell them: `aged 12 years or older`, `0.5-10 y`."""
    found = _BETWEEN.search(text)
    if found is not None:
        return _ages(found)
    low, high = _FROM.search(text), _UNTIL.search(text)
    if low is None and high is None:
        return None
    least = _years(low["low"] or low["least"], low["unit"] or low["in"]) if low is not None else 0.0
    return Ages(least, _years(high["high"], high["unit"]) if high is not None else OLDEST, text)


def of_title(title: str) -> Ages | None:
    """The ages between two bounds that a title tells of people: `in patients from 6 months up to 8 years`."""
    found = bounds(title) if _OF_AGE.search(title) else None
    return found if found is not None and found.low > 0 and found.high < OLDEST else None


def _ages(found: re.Match[str]) -> Ages | None:
    low, high = _years(found["low"], found["of"] or found["unit"]), _years(found["high"], found["unit"])
    return Ages(low, high, found.group()) if low < high <= OLDEST else None


def _years(number: str, unit: str) -> float:
    return float(number) / (12 if unit.lower().startswith("mo") else 1)
