"""Rows of heads whose cells do not stand over the columns they belong to, laid where they belong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from probatum.appraise.rows import cells
from probatum.model import Cell
from probatum.text.expressions import expression

SIZE: Final = expression(r"(?<![A-Za-z])[nN]\s?[=:]\s?(?P<n>\d{1,3}(?:[,\s]\d{3})+|\d{1,6})(?!\s?%)")

Row = dict[int, Cell]
"""The cells of a row by column."""


def spread_out(row: Row, below: Row, stubs: int, text: Callable[[Cell], str]) -> Row | None:
    """A head laid over the repeated labels of the row below it, whatever its spans say: they are often wrong."""
    named = list({id(row[c]): row[c] for c in sorted(row) if c >= stubs and text(row[c]).strip()}.values())
    leaves = [text(below[c]).strip() for c in range(stubs, max(below) + 1) if c in below]
    count = len(named)
    if count < 2 or any(cells.read(leaf) is not None for leaf in leaves):
        return None
    for period in range(2, 7):
        used = leaves[: period * count]
        if len(used) == period * count and used == used[:period] * count and len(set(used)) > 1:
            held = {c: cell for c, cell in row.items() if c < stubs or c >= stubs + period * count}
            held = {c: cell for c, cell in held.items() if c < stubs or cell not in named}
            return held | {stubs + k: named[k // period] for k in range(period * count)}
    return None


def from_right(row: Row, texts: dict[int, str], last: int) -> tuple[Row, dict[int, str]]:
    """A second row of heads that begins with `1200 mg (N = 122)` over the labels lacks cells on its left."""
    above = {c for c, cell in row.items() if c and cell.column == c and cell.row_span > 1}
    own = [c for c in sorted(row) if c not in above]
    free = [c for c in range(last + 1) if c not in above][-len(own) :]
    if not own or own[0] or not SIZE.search(texts.get(0, "")) or free[0] == 0:
        return row, texts
    moved = dict(zip(own, free, strict=True))
    return {moved.get(c, c): cell for c, cell in row.items()}, {moved.get(c, c): t for c, t in texts.items()}
