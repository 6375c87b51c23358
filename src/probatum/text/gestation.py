"""Gestation: the weeks of pregnancy for which a sentence says that something holds, as it gives them in figures."""

from __future__ import annotations

from typing import Final

from probatum.text.ages import Range
from probatum.text.expressions import caseless

END: Final = 45.0
"""Weeks beyond which no pregnancy goes."""
_WEEK: Final = r"(?:about |around |week )?(?P<{0}>[1-4]?\d)"
_BETWEEN: Final = caseless(
    rf"\b(?:between |from )?{_WEEK.format('low')}(?:th)? (?:to|and|-) {_WEEK.format('high')}(?:th)? weeks?\b"
    r"(?! (?:after|before|of treatment|later))"
)
_FROM: Final = caseless(
    rf"\b(?:from|after|beyond|at or after|past) {_WEEK.format('low')}(?:th)?(?: weeks?\b| week\b|(?= on\b))"
    r"(?! (?:after|before|of treatment))"
    r"|\b(?P<or>[1-4]?\d) weeks? (?:of (?:pregnancy|gestation) )?(?:or|and) (?:later|more|after|above|beyond)\b"
)
_UNTIL: Final = caseless(
    rf"\b(?:before|below|under|until|up to|earlier than|less than) {_WEEK.format('high')}(?:th)? weeks?\b"
    r"(?! (?:after|before|of treatment))"
)


def limits(text: str) -> Range | None:
    """`from about 20 weeks on`, `between 20 and 30 weeks`, `38 to 42 weeks`; None where no weeks are told. The text is
    one about pregnancy: weeks of anything else are not told apart from these."""
    if found := _BETWEEN.search(text):
        return Range(float(found["low"]), float(found["high"]))
    if found := _FROM.search(text):
        return Range(float(found["low"] or found["or"]), END)
    if found := _UNTIL.search(text):
        return Range(0.0, float(found["high"]) - 0.01)
    return None
