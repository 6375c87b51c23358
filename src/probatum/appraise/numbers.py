"""Whole numbers in figures and words, as papers write their counts."""

from __future__ import annotations

import re

UNITS: tuple[str, ...] = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
VALUES = {word: i + 1 for i, word in enumerate(UNITS)} | {word: 10 * (i + 2) for i, word in enumerate(TENS)}

_SMALL = "|".join(sorted((*UNITS, *TENS), key=len, reverse=True))
WORD_NUMBER = rf"(?:{_SMALL})(?:(?:[-\u2010\u2011 ](?:and )?)(?:{_SMALL}|hundred|thousand)){{0,6}}"
_FIGURES = r"\d{1,3}(?:[,\u2009\u202f\u00a0 ]\d{3})++|\d+"
IN_LIST = rf"(?:{_FIGURES}|(?:{_SMALL})(?:[-\u2010\u2011 ](?:{_SMALL}|hundred)){{0,2}})"
"""A number of a list: none in words with `and` inside, for that is what divides the list."""
NUMBER = rf"(?:{_FIGURES}|{WORD_NUMBER})"
"""A whole number in figures (with thousands separators) or words, as a regular expression without groups."""


def whole(text: str) -> int | None:
    """The value of a whole number in figures or words; None when it is neither.

    `1,234` -> 1234, `Two hundred sixty-eight` -> 268.
    """
    if text.isascii() and text.isdigit():
        return int(text)
    squeezed = re.sub(r"[,\s]", "", text)
    if squeezed.isascii() and squeezed.isdigit():
        return int(squeezed)
    total = part = 0
    for word in re.split(r"[\s\u2010\u2011-]+", text.lower()):
        if word == "and":
            continue
        if word == "hundred":
            part = max(part, 1) * 100
        elif word == "thousand":
            total, part = total + max(part, 1) * 1000, 0
        elif word in VALUES:
            part += VALUES[word]
        else:
            return None
    return total + part or None
