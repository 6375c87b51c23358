"""A table as a grid in which every result knows the labels above and beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from probatum.appraise.rows import cells
from probatum.appraise.rows.cells import Printed
from probatum.model import Cell, SourceSection

MOST_STUBS: Final = 5
"""Columns of labels before the first result."""
LARGEST: Final = 6_000
"""Cells beyond which a table is left alone."""
_SIZE: Final = re.compile(r"(?<![A-Za-z])[nN]\s?[=:]\s?(?P<n>\d{1,3}(?:[,\s]\d{3})+|\d{1,6})(?!\s?%)")
_SIZE_ROW: Final = re.compile(
    r"^\s*(?:n|no\.?|number|sample size|n \(?analy[sz]ed\)?|(?:total )?(?:number|no\.?|n) (?:of )?(?:the )?"
    r"(?:patients|subjects|participants|women|children|people|infants|cases|individuals))\s*(?:[(,].*)?$",
    re.IGNORECASE,
)
_BARE_SIZE: Final = re.compile(r"[\[(]?\s?(?<![A-Za-z])[nN]\s?[=:]\s?\d[\d, ]*\s?[\])]?")


@dataclass(frozen=True, slots=True)
class Result:
    """One result of a table with the labels it stands under. `rows` and `columns` go from outer to inner."""

    cell: Cell
    row: int
    column: int
    printed: Printed
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    size: tuple[int, Cell] | None = None
    """The number of people that the table prints for this column or row, and where."""
    second: tuple[Cell, Printed] | None = None
    """The spread or share that stands in the next column."""
    second_label: str = ""


@dataclass(slots=True)
class Grid:
    """A table's results."""

    section: SourceSection
    note: str
    """Caption and notes, as far as they are known."""
    note_ids: frozenset[str] = frozenset()
    """The sections that hold its caption and notes."""
    results: list[Result] = field(default_factory=list)

    def text(self, cell: Cell) -> str:
        """A cell's characters."""
        return self.section.text[cell.start : cell.end]


def read(section: SourceSection, notes: Sequence[SourceSection] = ()) -> Grid:
    """The results of a table section; none where it is not a table of results. `notes` are its caption and notes."""
    grid = Grid(section, " ".join(n.text for n in notes)[:3000], frozenset(n.id for n in notes))
    if not section.cells or len(section.cells) > LARGEST:
        return grid
    rows: dict[int, dict[int, Cell]] = {}
    for cell in section.cells:
        for row in range(cell.row, cell.row + min(cell.row_span, 200)):
            for column in range(cell.column, cell.column + min(cell.column_span, 60)):
                rows.setdefault(row, {}).setdefault(column, cell)
    _Reader(grid, rows).read()
    return grid


@lru_cache(maxsize=20_000)
def bare(label: str) -> str:
    """A label without its group size and marks."""
    return re.sub(r"\s+", " ", _BARE_SIZE.sub(" ", label)).strip(" \t,;:*†‡§()[]")


class _Reader:
    """Goes down the rows with the column labels and group labels that hold there."""

    def __init__(self, grid: Grid, rows: dict[int, dict[int, Cell]]) -> None:
        self.grid, self.rows = grid, rows
        self.heads: dict[int, list[str]] = {}
        self.inner: dict[int, str] = {}
        self.sizes: dict[int, tuple[int, Cell]] = {}
        self.groups: list[tuple[int, str]] = []
        self.last_stub: dict[int, str] = {}

    def read(self) -> None:
        """All results, row by row."""
        started = False
        body = dict(self.rows.items())
        stubs = self._stub_width(body)
        columns = {c for cs in body.values() for c in cs}
        order = sorted(body)
        for place, number in enumerate(order):
            cells_ = body[number]
            if not started and place + 1 < len(order):
                cells_ = self._spread_out(cells_, body[order[place + 1]], stubs)
            texts = {c: self.grid.text(cell).strip() for c, cell in cells_.items()}
            if not any(texts.values()):
                continue
            filled = {c for c, t in texts.items() if t}
            distinct = {id(cells_[c]) for c in filled}
            lone = len({id(cells_[c]) for c in filled if c >= stubs}) == 1
            wide = lone and len([c for c in filled if c >= stubs]) == max(columns) + 1 - stubs > 1
            if not started and wide and not _SIZE.search(texts[max(filled)]):
                self._group(cells_[max(filled)], inside=True)
                continue
            if (
                not started
                and (len(distinct) > 1 or cells_[min(filled)].header)
                and self._is_head(cells_, texts, stubs)
            ):
                self._head(cells_, texts)
                continue
            own = next(iter(cells_[c] for c in sorted(filled)))
            if len(distinct) == 1 and cells.read(texts[min(filled)]) is None:
                self._group(own, min(filled) >= stubs and stubs > 0)
                continue
            if started and self._is_inner(texts, stubs):
                self._inner_head(cells_, texts, stubs)
                continue
            started = True
            self._row(number, cells_, texts, stubs)

    def _stub_width(self, body: dict[int, dict[int, Cell]]) -> int:
        """Leading columns that hold labels: the first, and those behind it that hold hardly a number."""
        width, last = 1, max((c for cs in body.values() for c in cs), default=0)
        for column in range(1, min(last, MOST_STUBS)):
            held = [
                self.grid.text(cs[column]).strip() for cs in body.values() if column in cs and not cs[column].header
            ]
            shown = [t for t in held if t]
            if sum(cells.read(t) is not None for t in shown) > 0.2 * len(shown) and not self._timed(body, column):
                break
            if shown:
                width = column + 1
        return width

    def _timed(self, body: dict[int, dict[int, Cell]], column: int) -> bool:
        """True for a column headed `Week`, whose numbers are time points."""
        heads = (
            cs[column] for cs in body.values() if column in cs and cs[column].header and cs[column].column_span == 1
        )
        texts = [t for cell in heads if (t := self.grid.text(cell).strip())]
        return bool(texts) and _TIME_HEAD.match(texts[-1]) is not None

    def _is_head(self, row: dict[int, Cell], texts: dict[int, str], stubs: int) -> bool:
        if all(cell.header for c, cell in row.items() if texts[c]) and not all(
            cells.read(texts[c]) is not None for c in texts if c >= stubs and texts[c]
        ):
            return True
        shown = [texts[c] for c in texts if c >= stubs and texts[c]]
        return (
            len(shown) >= 2
            and all(cells.read(t) is None and len(t) < 80 for t in shown)
            and any(len(t) > 1 for t in shown)
        )

    def _is_inner(self, texts: dict[int, str], stubs: int) -> bool:
        shown = [texts[c] for c in texts if c >= stubs and texts[c]]
        return len(set(shown)) >= 2 and all(
            cells.read(t) is None and len(t) < 60 and re.search(r"[A-Za-z]{2}|[nN]\s?=", t) for t in shown
        )

    def _spread_out(self, row: dict[int, Cell], below: dict[int, Cell], stubs: int) -> dict[int, Cell]:
        """A head of fewer cells than the row below it has, without spans, laid over the repeated labels of that row."""
        if max(row) >= max(below) or any(cell.column_span > 1 for cell in row.values()):
            return row
        named = [c for c in sorted(row) if c >= min(stubs, 1) and self.grid.text(row[c]).strip()]
        leaves = [self.grid.text(below[c]).strip() for c in sorted(below) if c >= stubs]
        for period in range(2, 6):
            used = leaves[: period * len(named)]
            if len(used) == period * len(named) and len(named) > 1 and used == used[:period] * len(named):
                return {stubs + place * period + k: row[c] for place, c in enumerate(named) for k in range(period)}
        return row

    def _head(self, row: dict[int, Cell], texts: dict[int, str]) -> None:
        for column, text in texts.items():
            if text and text not in self.heads.setdefault(column, []):
                self.heads[column].append(text)
            found = _SIZE.search(text)
            if found is not None:
                self.sizes[column] = (int(cells.number(found["n"])), row[column])

    def _inner_head(self, row: dict[int, Cell], texts: dict[int, str], stubs: int) -> None:
        sized = {c: _SIZE.search(t) for c, t in texts.items() if c >= stubs and t}
        for column, text in texts.items():
            if column < stubs or not text:
                continue
            found = sized.get(column)
            if found is not None:
                self.sizes[column] = (int(cells.number(found["n"])), row[column])
            if bare(text):
                self.inner[column] = text

    def _group(self, cell: Cell, inside: bool) -> None:
        raw = self.grid.text(cell)
        indent = len(raw) - len(raw.lstrip())
        text = raw.strip()
        self.last_stub = {}
        if inside:
            indent = 0
        while self.groups and self.groups[-1][0] >= indent:
            self.groups.pop()
        self.groups.append((indent, text))

    def _row(self, number: int, row: dict[int, Cell], texts: dict[int, str], stubs: int) -> None:
        labels = []
        for column in range(stubs):
            text = texts.get(column, "")
            if text:
                if self.last_stub.get(column) != text:
                    for deeper in range(column + 1, stubs):
                        self.last_stub.pop(deeper, None)
                self.last_stub[column] = text
            elif column + 1 < stubs or stubs == 1:
                text = self.last_stub.get(column, "")
            if text.isdigit() and (head := (self.heads.get(column) or [""])[-1]) and _TIME_HEAD.match(head):
                text = f"{head} {text}"
            if text and text not in labels:
                labels.append(text)
        first = self.grid.text(row[0]) if 0 in row else ""
        indent = len(first) - len(first.lstrip())
        groups = [label for depth, label in self.groups if not first.strip() or depth < max(indent, 1) or depth == 0]
        if _SIZE_ROW.match(labels[-1] if labels else ""):
            for column in range(stubs, 1 + max(texts)):
                read = cells.read(texts.get(column, ""))
                if read is not None and read.a.is_integer() and read.shape in ("plain", "pair") and column in row:
                    self.sizes[column] = (int(read.a), row[column])
        sized = _SIZE.search(labels[-1]) if labels else None
        done: set[int] = set()
        own_sizes = self._own_sizes(row, texts, stubs)
        for column in sorted(c for c in texts if c >= stubs):
            cell = row[column]
            printed = cells.read(texts[column])
            if printed is None or id(cell) in done:
                continue
            done.add(id(cell))
            path = [*self.heads.get(column, [])]
            if column in self.inner:
                path.append(self.inner[column])
            size = own_sizes.get(column) or self.sizes.get(column)
            if size is None and sized is not None:
                size = (int(cells.number(sized["n"])), row[0])
            second, label = self._second(row, texts, column, printed)
            self.grid.results.append(
                Result(cell, number, column, printed, (*groups, *labels), tuple(path), size, second, label)
            )

    def _own_sizes(self, row: dict[int, Cell], texts: dict[int, str], stubs: int) -> dict[int, tuple[int, Cell]]:
        """Columns headed `n` hold the size of those that follow, up to the next such column."""
        found: dict[int, tuple[int, Cell]] = {}
        current: tuple[int, Cell] | None = None
        for column in sorted(c for c in texts if c >= stubs):
            leaf = (self.inner.get(column) or (self.heads.get(column) or [""])[-1]).strip()
            if _SIZE_COLUMN.match(leaf):
                read = cells.read(texts[column])
                whole = read is not None and read.shape == "plain" and read.a.is_integer() and read.a > 1
                current = (int(read.a), row[column]) if read is not None and whole else None
            elif current is not None:
                found[column] = current
        return found

    def _second(
        self, row: dict[int, Cell], texts: dict[int, str], column: int, printed: Printed
    ) -> tuple[tuple[Cell, Printed] | None, str]:
        """The next column where its head says spread or share."""
        if printed.shape != "plain" or column + 1 not in row:
            return None, ""
        label = self.inner.get(column + 1) or (self.heads.get(column + 1) or [""])[-1]
        text = texts[column + 1].strip()
        if _CI_HEAD.search(label) and (held := cells.limits(text)) is not None:
            return (row[column + 1], held), label
        share = text.endswith("%") and not printed.percent_first
        if not _SPREAD_HEAD.match(label.strip()) and not share:
            return None, ""
        read = cells.read(text)
        return ((row[column + 1], read), label) if read is not None and read.shape == "plain" else (None, "")


_CI_HEAD: Final = re.compile(r"(?<![A-Za-z])CI(?![A-Za-z])|confidence interval", re.IGNORECASE)
_TIME_HEAD: Final = re.compile(
    r"^\W*(?:weeks?|days?|months?|years?|hours?|visits?|time(?: ?-?points?)?|follow-?up|period)\b.{0,30}$",
    re.IGNORECASE,
)
_SIZE_COLUMN: Final = re.compile(
    r"^(?:[nN][ab]?|no\.?|number|total|sample size|registrations?|(?:no\.?|number|n) of "
    r"(?:patients|subjects|participants)|patients|subjects|participants)[*†‡§ᵃᵇ]?$|\bregistrations$",
    re.IGNORECASE,
)
_SPREAD_HEAD: Final = re.compile(
    r"^[(\[±]?\s?(?:SDs?|S\.D\.?|SEM?|S\.E\.?M?\.?|standard (?:deviation|error)|%|percent\w*)", re.IGNORECASE
)
