"""Limits: the most of a medicine that a direction allows (`should not exceed 300 mg daily`), and how two compare."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from probatum.text import doses
from probatum.text.expressions import caseless

ABOVE_IT: Final = (
    r"\b[a-z][\w-]{2,30} (?:at doses? )?(?:above|over|higher than|greater than|more than|exceeding) "
    r"(?=\d[^.;]{0,90}\b(?:avoid\w*|not (?:be )?(?:recommended|used|given|taken|combined)))"
)
"""`A above 100 mg daily ... should be avoided`: right before the most that may be given."""
LIMIT: Final = caseless(
    r"\b(?:not (?:to )?exceed(?:ing)?|limited to|no more than|not more than|at most|a maximum (?:dose )?(?:of )?"
    r"|the maximum (?:dose )?(?:of [\w-]+ )?is|maximum (?:daily )?dose (?:of [\w-]+ )?(?:is|of)?)"
    r"(?: a (?:total|dose) of)? ?(?=\d)"
    rf"|{ABOVE_IT}"
    r"|\bdoses? (?:of [\w-]+ )?(?:above|over|higher than|greater than|more than) (?=\d[^.;]{0,40}\b(?:(?:should|must)"
    r" not|(?:is|are) not recommended|avoided))"
)
"""Words right before the most that may be given."""
ALSO_MOST: Final = caseless(r"\bwhich is (?:also )?the (?:maximum|most|highest dose)\b")
"""`20 mg once daily, which is also the maximum`: the dose before it."""
PER: Final = caseless(r"\bper (?:dose|kg)|/ ?kg|\b(?:each|single|loading) dose\b|\bat (?:once|a time)\b")
"""Words of what is given at once: no limit of a day."""
_STARTS: Final = caseless(r"\b(?:first|starting|initial) dose\b|\bat (?:the )?(?:start|first)\b")
"""The same of the beginning, where the limit itself is of that: `5 mg at the start, to a maximum of 10 mg` is not."""
_PART: Final = caseless(r"[,;]\s")
FACTORS: Final = {
    "mg": 1.0,
    "g": 1000.0,
    "microgram": 0.001,
    "mcg": 0.001,
    "\u00b5g": 0.001,
    "\u03bcg": 0.001,
    "ug": 0.001,
}
"""What makes milligrams of a unit; micrograms are read with the Greek letter."""


def read(text: str) -> Iterator[tuple[float, str]]:
    """The limits of a text, each with its unit; of a dose that is given several times a day what that comes to."""
    every = doses.read(text)
    for match in LIMIT.finditer(text):
        dose = next((d for d in every if d.start >= match.end()), None)
        if _of_the_start(text, match.start()):
            continue
        if dose and dose.unit in FACTORS and dose.start - match.end() <= 2:
            yield dose.daily_total or dose.high or dose.amount, dose.unit
    for match in ALSO_MOST.finditer(text):
        dose = next((d for d in reversed(every) if d.end <= match.start()), None)
        if dose and dose.unit in FACTORS:
            yield dose.daily_total or dose.high or dose.amount, dose.unit


def _of_the_start(text: str, at: int) -> bool:
    """Whether the part of a text between commas in which a limit stands is of how the medicine is begun."""
    ends = [found.end() for found in _PART.finditer(text)]
    start = max((end for end in ends if end <= at), default=0)
    stop = min((end for end in ends if end > at), default=len(text))
    return _STARTS.search(text[start:stop]) is not None


@lru_cache(maxsize=2048)
def lowest(text: str) -> float | None:
    """The lowest limit of a text in milligrams; None where it sets none."""
    return min((amount * FACTORS[unit] for amount, unit in read(text)), default=None)


@lru_cache(maxsize=2048)
def alone(text: str) -> bool:
    """Whether a text tells limits and no other amount."""
    return 0 < len(tuple(read(text))) == len(doses.read(text))
