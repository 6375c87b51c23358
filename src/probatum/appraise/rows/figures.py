"""From a table's cell to an arm's numbers, with the sum where one has to be calculated."""

from __future__ import annotations

import math
import re
from typing import Final, NamedTuple

from probatum.appraise.rows.cells import Printed, decimals
from probatum.appraise.rows.grid import Grid, Result, bare
from probatum.appraise.rows.nouns import ArmNumbers, Kind, Number
from probatum.model import Cell, Record, Span
from probatum.text.expressions import expression

Z95: Final = 1.959963984540054
"""Two-sided 95 % point of the normal distribution."""
_SE: Final = expression(r"(?<![A-Za-z])(?:SEM?|S\.E\.?M?\.?)(?![A-Za-z])|standard errors?", re.IGNORECASE)
_SD: Final = expression(r"(?<![A-Za-z])(?:SDs?|S\.D\.)(?![A-Za-z])|standard deviations?", re.IGNORECASE)
_MEAN: Final = expression(r"\bmeans?\b|\baverage\b|±|x̄|χ", re.IGNORECASE)
_MEDIAN: Final = expression(r"\bmedians?\b|\bIQR\b|interquartile|\brange\b", re.IGNORECASE)
_COUNT: Final = expression(
    r"(?<![A-Za-z])(?:n|no\.?|number|patients|subjects|events?|cases|frequency)(?![A-Za-z])|%|per ?cent", re.IGNORECASE
)
_SHARED: Final = expression(
    r"(?<![A-Za-z])(?:n|no\.?|numbers?|counts?)(?: of \w+)?,?\s?[\[(]\s?(?:%|per ?cent\w*)", re.IGNORECASE
)
"""`n (%)`, `number (percentage)`: figures are counts with their share, whatever is said farther off."""
_CI: Final = expression(r"(?<![A-Za-z])(?:CI|confidence intervals?)(?![A-Za-z])", re.IGNORECASE)
_RATE: Final = expression(
    r"\b(?:person|patient|subject)s?[- ](?:years?|months?|days?)\b|\bper [\d,]+ (?:person|patient|py)", re.IGNORECASE
)


class Told(NamedTuple):
    """What the labels nearest to a result say of its figures; nearer words outweigh farther ones."""

    spread: str
    """SD, SE or empty."""
    mean: bool
    counted: bool
    interval: bool
    median: bool
    percent: bool
    """True where every plain figure is a percentage."""
    rate: bool
    """True for events per time at risk, which are no share of the people."""


def told(grid: Grid, result: Result) -> Told:
    """By row, then column, then caption and notes: the nearest that says SD or SE."""
    layers = (
        " ".join(result.rows[-1:]),
        " ".join(note.text for note in grid.noted(" ".join(result.rows[-1:]))),
        result.second_label,
        " ".join(bare(c) for c in result.columns),
        " ".join(result.rows[:-1]),
        grid.section.heading,
        grid.note,
    )
    said = next(((_kind(x), bool(_SHARED.search(x))) for x in layers if _kind(x) or _SHARED.search(x)), ("", False))
    spread, shared = said[0], said[1] and not said[0]
    near = " ".join(layers[:5])
    every = " ".join(layers)
    median = next((bool(_MEDIAN.search(x)) for x in layers if _MEDIAN.search(x) or _MEAN.search(x)), False)
    median = median and result.printed.shape != "plus-minus"
    means = not shared and bool(_MEAN.search(near) or (not _COUNT.search(near) and _MEAN.search(every)))
    return Told(
        spread,
        means,
        shared or bool(_COUNT.search(near)),
        bool(_CI.search(every)),
        median,
        _percent_only(result, grid),
        bool(_RATE.search(every)),
    )


def is_count(grid: Grid, result: Result) -> bool:
    """True where labels or caption say that figures are counts, and none nearer says that they are means."""
    words = told(grid, result)
    return words.counted and not words.spread and not words.mean


def _kind(text: str) -> str:
    error, deviation = _SE.search(text), _SD.search(text)
    if error is not None and deviation is not None:
        return "SD" if deviation.start() < error.start() else "SE"
    return "SE" if error is not None else "SD" if deviation is not None else ""


class Item(NamedTuple):
    """A value as printed, its characters, and the spread or share that stands beside it."""

    printed: Printed
    span: Span
    second: tuple[Span, Printed] | None = None


def item(record: Record, grid: Grid, result: Result) -> Item:
    """A table's result."""

    def span(cell: Cell) -> Span:
        return Span(record, grid.section.id, cell.start, cell.end)

    second = None if result.second is None else (span(result.second[0]), result.second[1])
    return Item(result.printed, span(result.cell), second)


class Maker:
    """Makes an arm's numbers out of a value, for a given group size."""

    def __init__(self, kind: Kind, told: Told) -> None:
        """`told` is what the words around the value say of it."""
        self.kind, self.told = kind, told

    def arm(self, label: str, value: Item, size: Number | None) -> ArmNumbers | None:
        """The arm, or None where the value cannot be such numbers."""
        if self.kind is Kind.BINARY and self.told.rate and value.printed.shape == "plain":
            return None
        if self.kind is Kind.BINARY:
            return self._counted(label, value, size, self.told)
        return self._measured(label, value, size, self.told)

    def _counted(self, label: str, result: Item, size: Number | None, told: Told) -> ArmNumbers | None:
        cell, printed = result.span, result.printed
        shape, a, b = printed.shape, printed.a, printed.b
        if shape == "fraction" and b:
            if not (a.is_integer() and b.is_integer() and a <= b):
                return None
            return ArmNumbers(label, Number(b, (cell,)), Number(a, (cell,)))
        if shape in ("plus-minus", "interval") or size is None:
            return None
        n = size.value
        share, share_text, events = None, "", None
        if shape == "pair" and b is not None:
            if printed.percent_first and b.is_integer():
                share, share_text, events = a, printed.a_text, b
            elif a.is_integer():
                share, share_text, events = b, printed.b_text, a
        elif result.second is not None and a.is_integer():
            share, share_text, events = result.second[1].a, result.second[1].a_text, a
        elif shape == "plain" and (printed.percent_first or told.percent):
            return self._from_share(label, a, decimals(printed.a_text), size, cell)
        elif shape == "plain" and 0 < a < 1 and told.mean and decimals(printed.a_text) >= 2:
            return self._from_share(label, 100 * a, decimals(printed.a_text) - 2, size, cell)
        elif shape == "plain" and a.is_integer() and not printed.percent_first and (told.counted or a == 0):
            events = a
        if events is None or events > n or events < 0:
            return None
        if share is not None and not fits(events, n, share, share_text):
            return None
        return ArmNumbers(label, size, Number(events, (cell,)))

    def _from_share(self, label: str, share: float, places: int, size: Number, cell: Span) -> ArmNumbers | None:
        n = size.value
        events = math.floor(share * n / 100 + 0.5)
        if not 0 <= share <= 100 or not _fits(events, n, share, places):
            return None
        others = [e for e in (events - 1, events + 1) if _fits(e, n, share, places)]
        how = f"{share:.{max(places, 0)}f} % of {n:g}" + (", to the nearest" if others else "")
        return ArmNumbers(label, size, Number(float(events), (cell, *size.spans), how))

    def _measured(self, label: str, result: Item, size: Number | None, told: Told) -> ArmNumbers | None:
        if size is None or size.value < 2:
            return None
        cell, printed = result.span, result.printed
        mean = Number(printed.a, (cell,))
        shape, b, c = printed.shape, printed.b, printed.c
        where = cell
        if result.second is not None and result.second[1].shape == "limits":
            where, (_, b, c, *_) = result.second[0], result.second[1]
            shape = "interval"
        if shape == "interval" and b is not None and c is not None:
            if told.median or not b <= printed.a <= c:
                return None
            root = math.sqrt(size.value)
            sd = (c - b) / (2 * Z95) * root
            return ArmNumbers(
                label, size, mean=mean, sd=Number(sd, (where,), f"({c:g} - {b:g}) / 3.92 x sqrt({size.value:g})")
            )
        if result.second is not None:
            b, where = result.second[1].a, result.second[0]
        elif shape in ("plus-minus", "pair") and b is not None:
            where = cell
            whole = shape == "pair" and printed.a.is_integer() and decimals(printed.b_text) > 0
            if whole and fits(printed.a, size.value, b, printed.b_text):
                return None  # `9 (25.7)` of 35 is a count with its percentage
            if shape == "pair" and (printed.percent_second or (told.counted and not told.mean and not told.spread)):
                return None
        else:
            return None
        if b < 0:
            return None
        if told.spread == "SE":
            sd = b * math.sqrt(size.value)
            return ArmNumbers(label, size, mean=mean, sd=Number(sd, (where,), f"{b:g} x sqrt({size.value:g})"))
        return ArmNumbers(label, size, mean=mean, sd=Number(b, (where,)))


def _percent_only(result: Result, grid: Grid) -> bool:
    words = " ".join(bare(x) for x in (*result.rows[-1:], *result.columns, grid.section.heading))
    return bool(re.search(r"%|per ?cent", words)) and not re.search(r"(?<![A-Za-z])n(?![A-Za-z])|number", words)


def fits(events: float, n: float, share: float, text: str) -> bool:
    """True when events of n make the printed percentage, as far as it is rounded (or cut off)."""
    return _fits(events, n, share, decimals(text))


def _fits(events: float, n: float, share: float, places: int) -> bool:
    return n > 0 and abs(100 * events / n - share) <= 0.5 * 10.0**-places + 1e-9
