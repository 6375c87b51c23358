"""Counted out: so many pieces of a strength (`4 tablets of 400 mg`, `2 x 500 mg`), and whether all at one time."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.text.expressions import caseless

_PIECES: Final = r"(?:tab(?:let)?s?|cap(?:sule|let)?s?|pills?|sachets?|suppositor(?:y|ies)|ampoules?|puffs?)"
_COUNTS: Final = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12,
}  # fmt: skip
_TIMES: Final = r"(?:(?:second|minute|hour|day|night|week|month|year|time|dose)s?|daily|weekly|hourly)"
_COUNT: Final = rf"(?<![\w.,/-])(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)})"
_STRENGTH: Final = r"(?P<amount>\d{1,5}(?:\.\d{1,4})?) ?(?P<unit>mg|mcg|micrograms?|g|grams?)\b(?!/)"
_NAME: Final = r"(?:of )?(?:(?!of\b)[a-z][\w-]{2,30} ){0,2}"
"""The name of the medicine, which may stand before the pieces, between them and the strength, or behind it."""
_FORMS: Final = (
    caseless(rf"{_COUNT} (?:{_NAME})?{_PIECES}(?:,? (?:each )?{_NAME}| \()(?:each )?{_STRENGTH}"),
    caseless(rf"{_COUNT} ?(?:x|\u00d7|lots of) ?{_STRENGTH}"),
    caseless(rf"{_COUNT} {_STRENGTH} (?:{_NAME})?{_PIECES}\b"),
    caseless(rf"{_STRENGTH} ?(?:x|\u00d7) ?(?P<count>\d{{1,3}})(?= {_PIECES}\b)"),
)
_BARE: Final = caseless(rf"{_COUNT} (?!{_TIMES}\b)[a-z][\w-]{{3,30}} {_STRENGTH}")
"""`six NAME 50 mg`, which counts out only where a text is on what is taken at one time."""
_AT_ONCE: Final = caseless(
    r"\b(?:(?:all )?at once|in one go|at (?:one|a|the same) time|all together|in one (?:dose|sitting|swallow))\b"
)
_UNITS: Final = {"gram": "g", "micrograms": "microgram", "grams": "g"}


class Counted(msgspec.Struct, frozen=True):
    """Pieces of a strength where they stand; `amount` is of one piece, in `unit`."""

    start: int
    end: int
    count: int
    amount: float
    unit: str


def read(text: str) -> tuple[Counted, ...]:
    """What a text counts out, in order; a count of one is the dose itself, and none."""
    forms = (*_FORMS, _BARE) if at_once(text) else _FORMS
    found = (_counted(match) for form in forms for match in form.finditer(text))
    return tuple(sorted((one for one in found if one.count > 1), key=lambda one: one.start))


def _counted(match: re.Match[str]) -> Counted:
    said, unit = match["count"].lower(), match["unit"].lower()
    count = _COUNTS.get(said) or int(said)
    return Counted(match.start(), match.end(), count, float(match["amount"]), _UNITS.get(unit, unit))


def at_once(text: str) -> bool:
    """Whether a text speaks of what is taken at one time."""
    return _AT_ONCE.search(text) is not None
