"""The lines of a PDF page in reading order: columns are told apart, rows of tables kept together.

Columns by projection: a blank strip that few lines cross and that has running text on both sides parts two columns;
what crosses it (a heading over both) parts them into bands (after the recursive X-Y cut of Nagy and Seth 1984).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

_BIN: Final = 2.0
"""Width of the strips the page is looked at in, in points."""
_LEAST: Final = 4
"""Lines a column has at least."""
_PROSE: Final = 18
"""Characters of an ordinary line of a column; a table's cells have fewer."""
_DEEPEST: Final = 6


class Segment(NamedTuple):
    """A stretch of text on one line, without a wide gap: left, right and baseline in points from the top left."""

    text: str
    x0: float
    x1: float
    y: float
    height: float
    bold: bool


class Line(NamedTuple):
    """A line of a column. `left` and `right` are the column's edges; `cells` its stretches where gaps part them."""

    text: str
    x0: float
    x1: float
    y: float
    height: float
    bold: bool
    left: float
    right: float
    cells: tuple[str, ...] = ()


def lines(segments: Sequence[Segment], depth: int = 0) -> list[Line]:
    """The lines of a page or of a part of it, in reading order."""
    gutter = _gutter(segments) if depth < _DEEPEST else None
    if gutter is None:
        return _rows(segments)
    made: list[Line] = []
    left: list[Segment] = []
    right: list[Segment] = []
    over: list[Segment] = []

    def flush() -> None:
        made.extend([*lines(left, depth + 1), *lines(right, depth + 1)])
        left.clear()
        right.clear()

    for segment in sorted(segments, key=lambda s: (s.y, s.x0)):
        if segment.x1 <= gutter:
            side = left
        elif segment.x0 >= gutter:
            side = right
        else:
            if left or right:
                flush()
            over.append(segment)
            continue
        if over:
            made.extend(_rows(over))
            over.clear()
        side.append(segment)
    made.extend(_rows(over))
    flush()
    return made


def _gutter(segments: Sequence[Segment]) -> float | None:
    """Where a blank strip parts two columns of running text, if one does."""
    if len(segments) < 2 * _LEAST:
        return None
    low, high = min(s.x0 for s in segments), max(s.x1 for s in segments)
    bins = int((high - low) / _BIN) + 1
    if not 20 <= bins <= 5_000:
        return None
    steps = [0] * (bins + 1)
    for s in segments:
        steps[int((s.x0 - low) / _BIN)] += 1
        steps[min(bins, int((s.x1 - low) / _BIN) + 1)] -= 1
    cover: list[int] = []
    total = 0
    for step in steps[:bins]:
        total += step
        cover.append(total)
    few = 0.2 * max(cover)
    best: tuple[float, float] | None = None
    start = None
    for at in range(int(bins * 0.12), int(bins * 0.88) + 1):
        thin = at < bins and cover[at] <= few
        if thin and start is None:
            start = at
        elif not thin and start is not None:
            middle = low + (start + at) / 2 * _BIN
            width = (at - start) * _BIN
            if (best is None or width > best[0]) and _parts(segments, middle, width):
                best = (width, middle)
            start = None
    return best[1] if best else None


def _parts(segments: Sequence[Segment], middle: float, width: float) -> bool:
    """Whether there is running text on both sides, side by side."""
    if width < 0.5 * median(s.height for s in segments):
        return False
    sides = ([s for s in segments if s.x1 <= middle], [s for s in segments if s.x0 >= middle])
    if any(len(side) < _LEAST or not _running(side) for side in sides):
        return False
    (top, bottom), (other_top, other_bottom) = ((min(s.y for s in x), max(s.y for s in x)) for x in sides)
    both = min(bottom, other_bottom) - max(top, other_top)
    return both > 0.4 * min(bottom - top, other_bottom - other_top)


def _running(side: Sequence[Segment]) -> bool:
    left, right = min(s.x0 for s in side), max(s.x1 for s in side)
    full = sum(s.x1 - s.x0 > 0.55 * (right - left) for s in side)
    return median(len(s.text) for s in side) >= _PROSE and full >= 0.45 * len(side)


def _rows(segments: Sequence[Segment]) -> list[Line]:
    """Segments of one column joined to lines, from the top."""
    if not segments:
        return []
    left, right = min(s.x0 for s in segments), max(s.x1 for s in segments)
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.y, s.x0)):
        if rows and abs(segment.y - rows[-1][0].y) <= 0.35 * max(segment.height, rows[-1][0].height):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [_line(sorted(row, key=lambda s: s.x0), left, right) for row in rows]


def _line(row: Sequence[Segment], left: float, right: float) -> Line:
    cells: list[str] = [row[0].text]
    for before, segment in pairwise(row):
        if segment.x0 - before.x1 > 1.4 * segment.height and not _marker(cells[-1]):
            cells.append(segment.text)
        else:
            cells[-1] += f" {segment.text}"
    longest = max(row, key=lambda s: len(s.text))
    return Line(
        " ".join(cells), row[0].x0, max(s.x1 for s in row), longest.y, longest.height, longest.bold, left, right,
        tuple(cells) if len(cells) > 1 else (),
    )  # fmt: skip


def _marker(text: str) -> bool:
    """A bullet or number before an item, which a gap sets off: no cell."""
    return len(text) <= 5 and not text.isalpha()
