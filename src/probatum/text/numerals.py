"""Numbers written as words: `eighteen`, `one hundred and twenty`, `two thirds`, `threefold`."""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import expression

_LOW: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_ONES: Final = tuple(re.split(" ", _LOW))
_TENS: Final = {
    w: 20 + 10 * i for i, w in enumerate(re.split(" ", "twenty thirty forty fifty sixty seventy eighty ninety"))
}
_SMALL: Final = {w: i for i, w in enumerate(_ONES)}
_PARTS: Final = {
    "half": 0.5,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 0.25,
    "quarters": 0.25,
    "fifth": 0.2,
    "fifths": 0.2,
}
BELOW_HUNDRED: Final = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_ONES[1:10])})\b)?|{'|'.join(reversed(_ONES))})"
"""Pattern of a number below a hundred in words, lower case."""
_HUNDREDS: Final = rf"{BELOW_HUNDRED}(?:[\s-]hundred(?!\s?fold)\b(?:\s(?:and\s)?{BELOW_HUNDRED}\b)?)?"
_WORD: Final = rf"{_HUNDREDS}(?:[\s-]thousand(?!\s?fold)\b(?:,?\s(?:and\s)?{_HUNDREDS}\b)?)?"
SPELT: Final = expression(
    rf"""
    (?<![\w-]) (?=[aefhnoqstzAEFHNOQSTZ]) (?i:
        (?P<times>{"|".join(_ONES[2:13])})-?fold \b
      | (?:(?P<count>one|a|two|three|four)[\s-])?(?P<part>half|thirds?|quarters?|fifths?) \b
        (?![\s-]?(?:li(?:fe|ves)|hour|way|line|generation|dose|party|degree))
        (?!(?<=first\sthird)|(?<=middle\sthird)|(?<=last\sthird))
      | (?P<word>{_WORD}) \b (?!-?fold)
    )
    """,
    re.VERBOSE,
)
"""A number in words: group word, or part (`half`, with its count), or times (`two` of `twofold`)."""


def value(found: re.Match[str]) -> float:
    """The number of a SPELT match."""
    if found["times"]:
        return float(_SMALL[found["times"].lower()])
    if found["part"]:
        count = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}.get((found["count"] or "").lower(), 1)
        return count * _PARTS[found["part"].lower()]
    return float(spelt(found["word"]))


def spelt(text: str) -> int:
    """The whole number of some words: 116 for `one hundred sixteen`."""
    total = current = 0
    for word in re.split(r"[\s,-]+", text.lower()):
        if word in _SMALL:
            current += _SMALL[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word == "hundred":
            current *= 100
        elif word == "thousand":
            total, current = total + current * 1000, 0
    return total + current
