"""Rows of a delimited table, in bounded memory, each with the line it begins at.

The standard library's `csv` does the reading, strictly: a row whose quotation marks do not pair is refused, and the
next line is read. What it holds at once is bounded here: a quotation mark that is never closed would swallow the file.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

from probatum.acquire.formats._lines import lines

CELL: Final = 1 << 20
"""Characters of a cell; the longest seen, a list of references, has a tenth of that."""
ROW: Final = 4 * CELL
"""Characters of a row."""
DELIMITERS: Final = (",", ";", "\t", "|")


class Row(NamedTuple):
    """A row, and the line it begins at. `code` is empty, or says why there are no cells."""

    line: int
    cells: list[str]
    code: str = ""
    reason: str = ""


class _DamagedError(Exception):
    """A line that cannot be read, within a row."""


class _Feed:
    """Lines for the csv reader: counts them, and stops at those that are damaged or too many for one row."""

    def __init__(self, stream: BinaryIO) -> None:
        self._lines = lines(stream, ROW)
        self.number = 0
        self.begun = 0
        self.size = 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number = line.number
        self.begun = self.begun or line.number
        self.size += len(line.text)
        if line.code:
            raise _DamagedError(line.code, line.reason)
        if self.size > ROW:
            raise _DamagedError("P210", "")
        return line.text + "\n"


def rows(stream: BinaryIO, delimiter: str, *, quoted: bool = True) -> Iterator[Row]:
    """The rows of a table that hold anything. `quoted` is False where quotation marks are ordinary characters."""
    # One bound for the whole process; it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), CELL))
    feed = _Feed(stream)
    reader = _reader(feed, delimiter, quoted)
    while True:
        feed.begun = feed.size = 0
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(feed.begun or feed.number, [], "P205", f"as a row of a table, {error}")
            continue
        except _DamagedError as error:
            code, reason = error.args
            # What was read of the row goes with it: a new reader begins at the next line.
            reader = _reader(feed, delimiter, quoted)
            yield Row(feed.number, [], code, reason)
            continue
        if any(cell.strip() for cell in cells):
            yield Row(feed.begun, cells)


def _reader(feed: _Feed, delimiter: str, quoted: bool) -> Iterator[list[str]]:
    if quoted:
        return csv.reader(feed, delimiter=delimiter, strict=True)
    return csv.reader(feed, delimiter=delimiter, quoting=csv.QUOTE_NONE, strict=True)


def sniffed(text: str) -> list[tuple[str, list[str]]]:
    """How the first row of a text reads with each delimiter, where there are at least two cells."""
    found: list[tuple[str, list[str]]] = []
    for delimiter in DELIMITERS:
        reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
        try:
            first = next((row for row in reader if any(cell.strip() for cell in row)), [])
        except csv.Error:
            continue
        if len(first) > 1:
            found.append((delimiter, first))
    return found
