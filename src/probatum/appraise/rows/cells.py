"""What a table cell prints: a count, a share, a mean with its spread, an estimate with its interval."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_NUM = r"(?:[-−–‒+]\s?(?=[\d.·]))?(?:\d{1,3}(?:[,\u2009\u202f\u00a0 ]\d{3})+(?!\d)|\d+)?(?:[.·]\d+|(?<=\d))"
_SPREAD = rf"(?:{_NUM}|\d+,\d{{1,2}}(?!\d))"
"""Beside `±` a comma can be nothing but a decimal point."""
_MARKS = r"(?:[\s*†‡§¶#|‖^+ᵃᵇᶜᵈᵉᶠᵍʰ⁎∗¹²³⁴⁵⁶⁷⁸⁹a-f]|,(?=\s?[a-f*†‡§#]))*"
_PCT = r"\s?(?P<{}>%)?"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{text}{_MARKS}[.,;]?\s*$")


_SEPARATOR = r"\s?(?:to|,|;|–|—|−|-|‒|\.{2,3}|/)\s?"
_FRACTION: Final = _pattern(
    rf"(?P<a>\d[\d,\u2009\u202f\u00a0 ]*+)\s?(?:/|of|out of)\s?(?P<b>\d[\d,\u2009\u202f\u00a0 ]*+)"
    rf"(?:\s?[\[(]\s?%?\s?(?P<c>{_NUM})\s?%?\s?[\])])?"
)
_PLUS_MINUS: Final = _pattern(
    rf"(?P<a>{_NUM}){_PCT.format('p')}{_MARKS}\s?[\[(]?\s?(?:±|\+\s?/\s?[-−–]|\+[-−])\s?(?P<b>{_SPREAD})\s?%?\s?[\])]?"
)
_INTERVAL: Final = _pattern(
    rf"(?P<a>{_NUM}){_PCT.format('p')}{_MARKS}\s?[\[(,;]?\s?[\[(]?\s?(?:95\s?%\s?CI[:,]?\s?)?"
    rf"(?P<b>{_NUM})\s?%?{_SEPARATOR}(?P<c>{_NUM})\s?%?\s?[\])]"
)
_PAIR: Final = _pattern(
    rf"(?P<a>{_NUM}){_PCT.format('p')}{_MARKS}\s?[\[(]\s?(?:n\s?=\s?|SDs?\s?[=:]?\s?|SEM?\s?[=:]?\s?)?"
    rf"(?P<q0>%)?\s?(?P<b>{_NUM}){_PCT.format('q')}\s?[\])]"
)
_PLAIN: Final = _pattern(rf"(?P<a>{_NUM}){_PCT.format('p')}(?:\s?\(n\))?")


_LIMITS: Final = _pattern(rf"[\[(]?\s?(?P<a>{_NUM})\s?%?{_SEPARATOR}(?P<b>{_NUM})\s?%?\s?[\])]?")


class Printed(NamedTuple):
    """A cell read: `shape` is fraction, plus-minus, interval, pair or plain; offsets count from the cell's start."""

    shape: str
    a: float
    b: float | None = None
    c: float | None = None
    a_text: str = ""
    b_text: str = ""
    c_text: str = ""
    percent_first: bool = False
    percent_second: bool = False


def number(text: str) -> float:
    """`1,525`, `10 218`, `−0.3`, `3·2`, `1,4` as numbers."""
    point = re.fullmatch(r"\d+,\d{1,2}", text)
    plain = (
        re.sub(r"[,\s]", "", text.replace(",", ".") if point else text)
        .replace("·", ".")
        .translate(str.maketrans("−–‒", "---"))
    )
    return float(plain.lstrip("+"))


def read(text: str) -> Printed | None:
    """What a cell prints, or None where it prints no result."""
    if len(text) > 60 or not any(c.isdigit() for c in text):
        return None
    for shape, pattern in _SHAPES:
        match = pattern.match(text)
        if match is None:
            continue
        got = match.groupdict()
        try:
            values = [number(got[g]) if got.get(g) else None for g in ("a", "b", "c")]
        except ValueError:
            return None
        if values[0] is None:
            return None
        a, b, c = ((got.get(g) or "").strip() for g in ("a", "b", "c"))
        second = bool(got.get("q") or got.get("q0"))
        return Printed(shape, values[0], values[1], values[2], a, b, c, bool(got.get("p")), second)
    return None


_SHAPES: Final = (
    ("plain", _PLAIN),
    ("fraction", _FRACTION),
    ("plus-minus", _PLUS_MINUS),
    ("pair", _PAIR),
    ("interval", _INTERVAL),
)


def limits(text: str) -> Printed | None:
    """A cell that holds the two ends of an interval alone: `(0.04; 0.80)`."""
    match = _LIMITS.match(text) if len(text) <= 40 else None
    if match is None:
        return None
    low, high = number(match["a"]), number(match["b"])
    return Printed("limits", low, high, a_text=match["a"], b_text=match["b"]) if low <= high else None


def decimals(text: str) -> int:
    """Digits after the point."""
    return len(text.replace("·", ".").partition(".")[2])
