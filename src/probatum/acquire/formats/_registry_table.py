"""A table of a record under construction: its text and where every cell stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from probatum.acquire.formats._base import RECORD_BYTES
from probatum.acquire.formats._text import squeeze
from probatum.model import Cell


class TooLargeError(ValueError):
    """The record would be far larger than its source: names that it repeats are made to fill memory."""


class Table:
    """Rows are added one by one; `text` is the cells joined by tab and newline, as in every record."""

    def __init__(self) -> None:
        self.cells: list[Cell] = []
        self._lines: list[str] = []
        self._length = 0

    def add(self, cells: Iterable[str], *, headers: int = 0, spans: Sequence[int] = ()) -> None:
        """A row. The first `headers` cells are headers; `spans` are the columns that each cell takes, where not one.

        Raises TooLargeError.
        """
        row, column, taken = len(self._lines), 0, []
        start = self._length
        for number, text in enumerate(cells):
            words = squeeze(text)
            span = spans[number] if number < len(spans) else 1
            self.cells.append(Cell(row, column, start, start + len(words), header=number < headers, column_span=span))
            taken.append(words)
            start += len(words) + 1
            column += span
        line = "\t".join(taken)
        self._lines.append(line)
        self._length += len(line) + 1
        if self._length > RECORD_BYTES:
            raise TooLargeError

    @property
    def text(self) -> str:
        """The whole table."""
        return "\n".join(self._lines)
