"""What plots share: axes with round ticks, and SVG elements that take the colour of the text around them.

Looks are set by attributes, never by a style, so that a page whose policy forbids styles shows the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, Literal

from probatum.publish.markup import Html, el

FONT: Final = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', 'Liberation Sans', Arial, sans-serif"
SIZE: Final = 13
"""Size of the letters."""

WIDE_CHARACTER: Final = 0.6
"""Width of a letter as a share of its size in a wide font, on average; for columns and for cutting labels."""

Anchor = Literal["start", "middle", "end"]
_LOG_STEPS: Final = ((1,), (1, 3), (1, 2, 5), (1, 1.5, 2, 3, 5, 7))
_MOST_TICKS: Final = 8
_FURTHEST: Final = 100.0
"""Logarithm of a ratio at which an axis ends."""


class Axis:
    """A scale from values to places: `low` at `left`, `high` at `right`; logarithmic for ratios."""

    def __init__(self, low: float, high: float, left: float, right: float, *, log: bool) -> None:
        self.low, self.high, self.left, self.right, self.log = low, high, left, right, log

    def at(self, value: float) -> float:
        """The place of a value, held within the axis."""
        told = max(value, self._least)
        return self.at_scaled(math.log(told) if self.log else told)

    def at_scaled(self, told: float) -> float:
        """The place of a value that is a logarithm where the axis is logarithmic."""
        low, high = (math.log(x) if self.log else x for x in (self.low, self.high))
        share = (told - low) / (high - low)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))

    @classmethod
    def around(cls, values: Sequence[float], left: float, right: float, *, log: bool) -> Axis:
        """An axis that holds the values, logarithms where `log`, with a margin; never without breadth or end."""
        bound = _FURTHEST if log else math.inf
        low, high = (min(max(end, -bound), bound) for end in (min(values), max(values)))
        margin = max(0.04 * (high - low), 1e-6 * abs(high), 1e-9) if high > low else 0.5 + 1e-6 * abs(high)
        back = math.exp if log else float
        return cls(back(low - margin), back(high + margin), left, right, log=log)

    @property
    def _least(self) -> float:
        return self.low if self.log else -math.inf

    def holds(self, value: float) -> bool:
        """Whether a value lies on the axis."""
        return self.low <= value <= self.high

    def ticks(self) -> list[float]:
        """Round values on the axis, three to eight where that can be."""
        if not self.log:
            return linear_ticks(self.low, self.high)
        found: list[list[float]] = []
        span = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
        for steps in _LOG_STEPS:
            made = [step * 10.0**power for power in span for step in steps]
            found.append([value for value in made if self.holds(value)])
        fitting = [ticks for ticks in found if 3 <= len(ticks) <= _MOST_TICKS]
        return fitting[-1] if fitting else linear_ticks(self.low, self.high) if len(found[0]) < 3 else found[0][::2]


def linear_ticks(low: float, high: float) -> list[float]:
    """Multiples of 1, 2 or 5 times a power of ten, at most eight."""
    raw = (high - low) / _MOST_TICKS
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(power * nice for nice in (1, 2, 5, 10) if power * nice >= raw)
    first = math.ceil(low / step - 1e-9)
    return [at * step for at in range(first, first + _MOST_TICKS + 1) if at * step <= high + step * 1e-9]


def tick_label(value: float) -> str:
    """`0.5`, `10`, `−2`."""
    return f"{value:.6g}".replace("-", "−")


def words(said: str, x: float, y: float, *, anchor: Anchor = "start", bold: bool = False, size: float = SIZE) -> Html:
    """A line of text with its foot at `y`."""
    return el(
        "text",
        said,
        x=short(x),
        y=short(y),
        text_anchor="" if anchor == "start" else anchor,
        font_weight="bold" if bold else "",
        font_size="" if size == SIZE else short(size),
    )


def width_of(said: str, size: float = SIZE) -> float:
    """About how wide a text is in a wide font."""
    return len(said) * WIDE_CHARACTER * size


def cut(said: str, width: float, size: float = SIZE) -> str:
    """`said`, or its beginning with an ellipsis where it is wider than `width`."""
    most = max(4, int(width / (WIDE_CHARACTER * size)))
    return said if len(said) <= most else said[: most - 1].rstrip() + "…"


def line(x1: float, y1: float, x2: float, y2: float, *, width: float = 1, dash: str = "") -> Html:
    """A line."""
    return el(
        "line", x1=short(x1), y1=short(y1), x2=short(x2), y2=short(y2), stroke_width=short(width), stroke_dasharray=dash
    )


def polygon(points: Sequence[tuple[float, float]], *, filled: bool = True) -> Html:
    """A closed shape."""
    drawn = " ".join(f"{short(x)},{short(y)}" for x, y in points)
    return el("polygon", points=drawn, fill="currentColor" if filled else "none")


def square(x: float, y: float, side: float) -> Html:
    """A filled square about a point."""
    return el(
        "rect",
        x=short(x - side / 2),
        y=short(y - side / 2),
        width=short(side),
        height=short(side),
        fill="currentColor",
        stroke="none",
    )


def arrow(x: float, y: float, towards: float) -> Html:
    """The head of an arrow at a point, to the left (-1) or right (1): a line goes on beyond the axis."""
    return polygon([(x, y), (x - 7 * towards, y - 4), (x - 7 * towards, y + 4)])


def svg(width: float, height: float, title: str, told: str, *children: str) -> Html:
    """The whole picture with its title and a description for those who do not see it."""
    return el(
        "svg",
        el("title", title),
        el("desc", told),
        el("g", *children, fill="none", stroke="currentColor", font_family=FONT, font_size=str(SIZE)),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {short(width)} {short(height)}",
        width=short(width),
        height=short(height),
        role="img",
        color="inherit",
    )


def written(*children: str) -> Html:
    """Text elements, filled and without an outline."""
    return el("g", *children, fill="currentColor", stroke="none")


def short(value: float) -> str:
    """A coordinate with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
