"""A table as a grid in which every result knows the labels above and beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.appraise.rows import cells, heads
from probatum.appraise.rows.cells import Printed
from probatum.appraise.rows.heads import SIZE
from probatum.model import Cell, SourceSection
from probatum.text.expressions import expression

MOST_STUBS: Final = 5
"""Columns of labels before the first result."""
LARGEST: Final = 6_000
"""Cells beyond which a table is left alone."""
_SIZE_ROW: Final = expression(
    r"^\s*(?:n|no\.|number|sample size|n \(?analy[sz]ed\)?|(?:total )?(?:number|no\.?|n) (?:of )?(?:the )?"
    r"(?:patients|subjects|participants|women|children|people|infants|cases|individuals))\s*(?:[(,].*)?$",
    re.IGNORECASE,
)
_BARE_SIZE: Final = expression(r"[\[(]?\s?(?<![A-Za-z])[nN]\s?[=:]\s?\d[\d, ]*\s?[\])]?")


class Sized(NamedTuple):
    """A number of people that a label or a cell of its own prints."""

    n: int
    cell: Cell
    label: str
    """The label that prints it; the head of the column where a row or column of sizes prints it."""


@dataclass(frozen=True, slots=True)
class Result:
    """One result of a table with the labels it stands under. `rows` and `columns` go from outer to inner."""

    cell: Cell
    row: int
    column: int
    printed: Printed
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    sizes: tuple[Sized, ...] = ()
    """Numbers of people that labels print for this result, the nearest first."""
    second: tuple[Cell, Printed] | None = None
    """The spread or share that stands in the next column."""
    second_label: str = ""


class Note(NamedTuple):
    """A note under a table, the section that holds it, and where it begins there."""

    text: str
    section: str
    start: int


@dataclass(slots=True)
class Grid:
    """A table's results."""

    section: SourceSection
    note: str
    """Caption and notes, as far as they are known."""
    note_ids: frozenset[str] = frozenset()
    """The sections that hold its caption and notes."""
    results: list[Result] = field(default_factory=list)

    last: int = 0
    """The number of its last row."""
    marked: dict[str, Note] = field(default_factory=dict)
    """The notes under the table by the letter or sign that calls them."""

    def text(self, cell: Cell) -> str:
        """A cell's characters."""
        return self.section.text[cell.start : cell.end]

    def noted(self, label: str) -> list[Note]:
        """The notes that a label calls: `Cognitive scoreᵃ` calls `aData are presented as mean (SD)`."""
        called = "".join(_CALLS.findall(label)).translate(_RAISED)
        return [self.marked[sign] for sign in called if sign in self.marked]


_CALLS: Final = expression(r"[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏ*†‡§]+")
_RAISED: Final = str.maketrans("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏ", "abcdefghijk")
_NOTE: Final = expression(r"^\s*(?P<sign>[a-k*†‡§])\s?:?\s?(?P<text>(?=[A-Z(]|[nN]\s?=|%).{3,300})", re.MULTILINE)
"""A note that begins with the sign that calls it, as the reader of JATS writes them: `an = 103 in the first group`."""


def read(section: SourceSection, notes: Sequence[SourceSection] = ()) -> Grid:
    """The results of a table section; none where it is not a table of results. `notes` are its caption and notes."""
    note = "\n".join(n.text for n in notes)[:3000]
    grid = Grid(section, note, frozenset(n.id for n in notes))
    grid.marked = {
        m["sign"]: Note(m["text"], n.id, m.start("text")) for n in notes for m in _NOTE.finditer(n.text[:6000])
    }
    if not section.cells or len(section.cells) > LARGEST:
        return grid
    rows: dict[int, dict[int, Cell]] = {}
    for cell in section.cells:
        for row in range(cell.row, cell.row + min(cell.row_span, 200)):
            for column in range(cell.column, cell.column + min(cell.column_span, 60)):
                rows.setdefault(row, {}).setdefault(column, cell)
    grid.last = max(rows)
    _Reader(grid, rows).read()
    return grid


@lru_cache(maxsize=20_000)
def bare(label: str) -> str:
    """A label without its group size and marks."""
    return re.sub(r"\s+", " ", _BARE_SIZE.sub(" ", label)).strip(" \t,;:*†‡§()[]")


def unsized(name: str) -> str:
    """A name without the group size that is written into it; the name itself where nothing else is left."""
    return _BARE_SIZE.sub(" ", name).strip() or name


class _Reader:
    """Goes down the rows with the column labels and group labels that hold there."""

    def __init__(self, grid: Grid, rows: dict[int, dict[int, Cell]]) -> None:
        self.grid, self.rows = grid, rows
        self.heads: dict[int, list[str]] = {}
        self.inner: dict[int, str] = {}
        self.sizes: dict[int, Sized] = {}
        self.groups: list[tuple[int, str, Cell]] = []
        self.last_stub: dict[int, str] = {}
        self.stub_sizes: dict[int, Sized] = {}

    def read(self) -> None:
        """All results, row by row."""
        started = False
        body = dict(self.rows.items())
        stubs = self._stub_width(body)
        columns = {c for cs in body.values() for c in cs}
        order = sorted(body)
        for place, number in enumerate(order):
            cells_ = body[number]
            for next_ in () if started else order[place + 1 : place + 3]:
                laid = heads.spread_out(cells_, body[next_], stubs, self.grid.text)
                if laid is not None:
                    cells_ = laid
                    break
            texts = {c: self.grid.text(cell).strip() for c, cell in cells_.items()}
            if not any(texts.values()):
                continue
            filled = {c for c, t in texts.items() if t}
            distinct = {id(cells_[c]) for c in filled}
            lone = len({id(cells_[c]) for c in filled if c >= stubs}) == 1
            wide = lone and len([c for c in filled if c >= stubs]) == max(columns) + 1 - stubs > 1
            if not started and wide and not SIZE.search(texts[max(filled)]):
                self._group(cells_[max(filled)], inside=True)
                continue
            if (
                not started
                and (len(distinct) > 1 or cells_[min(filled)].header)
                and self._is_head(cells_, texts, stubs)
            ):
                self._head(*(heads.from_right(cells_, texts, max(columns)) if self.heads else (cells_, texts)))
                continue
            own = next(iter(cells_[c] for c in sorted(filled)))
            if len(distinct) == 1 and cells.read(texts[min(filled)]) is None:
                self._group(own, min(filled) >= stubs and stubs > 0)
                continue
            if started and self._is_inner(texts, stubs):
                self._inner_head(cells_, texts, stubs)
                continue
            if started and self._is_under_row(texts, stubs):
                continue
            started = True
            below = body[order[place + 1]] if place + 1 < len(order) else {}
            self._row(number, cells_, texts, stubs, below)
        self._size_last()

    def _size_last(self) -> None:
        """A row of sizes at the foot of a table holds for all results above it that have none."""
        for place, result in enumerate(self.grid.results):
            sized = self.sizes.get(result.column)
            if sized is not None and not result.sizes:
                self.grid.results[place] = replace(result, sizes=(sized,))

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

    def _is_under_row(self, texts: dict[int, str], stubs: int) -> bool:
        """A row of `(1.14)` alone, without a label: the spreads of the row above it."""
        shown = [t for c, t in texts.items() if c >= stubs and t]
        labelled = any(texts.get(c) for c in range(stubs))
        return not labelled and bool(shown) and all(_BRACKETED.match(t) for t in shown)

    def _head(self, row: dict[int, Cell], texts: dict[int, str]) -> None:
        for column, text in texts.items():
            if text and text not in self.heads.setdefault(column, []):
                self.heads[column].append(text)
            found = SIZE.search(text)
            if found is not None:
                label = text if bare(text) else self._head_of(column)
                self.sizes[column] = Sized(int(cells.number(found["n"])), row[column], label)

    def _inner_head(self, row: dict[int, Cell], texts: dict[int, str], stubs: int) -> None:
        sized = {c: SIZE.search(t) for c, t in texts.items() if c >= stubs and t}
        for column, text in texts.items():
            if column < stubs or not text:
                continue
            found = sized.get(column)
            if found is not None:
                self.sizes[column] = Sized(int(cells.number(found["n"])), row[column], text)
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
        self.groups.append((indent, text, cell))

    def _row(
        self, number: int, row: dict[int, Cell], texts: dict[int, str], stubs: int, below: dict[int, Cell]
    ) -> None:
        labels = []
        own: list[Sized] = []
        for column in range(stubs):
            text = texts.get(column, "")
            if text:
                if self.last_stub.get(column) != text:
                    for deeper in range(column + 1, stubs):
                        self.last_stub.pop(deeper, None)
                self.last_stub[column] = text
            elif column + 1 < stubs or stubs == 1:
                text = self.last_stub.get(column, "")
            head = (self.heads.get(column) or [""])[-1]
            if (text.isdigit() and _TIME_HEAD.match(head)) or (
                len(text) == 1 and _CODED_HEAD.match(head) and not _SIZE_ROW.match(text)
            ):
                text = f"{head} {text}"
            if text and text not in labels:
                labels.append(text)
            if (sized := SIZE.search(text)) is not None and texts.get(column):
                self.stub_sizes[column] = Sized(int(cells.number(sized["n"])), row[column], text)
            held_size = self.stub_sizes.get(column)
            if held_size is not None and held_size.label == text:
                own.insert(0, held_size)
        first = self.grid.text(row[0]) if 0 in row else ""
        indent = len(first) - len(first.lstrip())
        over = [g for g in self.groups if not first.strip() or g[0] < max(indent, 1) or g[0] == 0]
        groups = [label for _, label, _ in over]
        for _, label, cell in reversed(over):
            if (sized := SIZE.search(label)) is not None:
                own.append(Sized(int(cells.number(sized["n"])), cell, label))
        if _SIZE_ROW.match(labels[-1] if labels else ""):
            for column in range(stubs, 1 + max(texts)):
                read = cells.read(texts.get(column, ""))
                whole = read is not None and read.a.is_integer() and (read.shape == "plain" or read.b == 100)
                if read is not None and whole and column in row:
                    self.sizes[column] = Sized(int(read.a), row[column], self._head_of(column))
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
            held = [s for s in (own_sizes.get(column), self.sizes.get(column)) if s is not None]
            second, label = self._second(row, texts, column, printed)
            if second is None and printed.shape == "plain" and column in below:
                second = self._under(below, column, stubs)
            self.grid.results.append(
                Result(cell, number, column, printed, (*groups, *labels), tuple(path), (*held, *own), second, label)
            )

    def _leaf(self, column: int) -> str:
        return (self.inner.get(column) or (self.heads.get(column) or [""])[-1]).strip()

    def _head_of(self, column: int) -> str:
        return " ".join([*self.heads.get(column, []), self.inner.get(column, "")]).strip()

    def _under(self, below: dict[int, Cell], column: int, stubs: int) -> tuple[Cell, Printed] | None:
        """The spread that stands in brackets under a result, where the row below holds nothing else."""
        texts = {c: self.grid.text(cell).strip() for c, cell in below.items()}
        if not self._is_under_row(texts, stubs):
            return None
        match = _BRACKETED.match(texts[column])
        read = cells.read(match[1]) if match else None
        return (below[column], read) if read is not None and read.shape == "plain" else None

    def _own_sizes(self, row: dict[int, Cell], texts: dict[int, str], stubs: int) -> dict[int, Sized]:
        """Columns headed `n` hold the size of those that follow, up to the next such column; not where the share of
        that number follows it."""
        found: dict[int, Sized] = {}
        current: Sized | None = None
        for column in sorted(c for c in texts if c >= stubs):
            if _SIZE_COLUMN.match(self._leaf(column)) and not _SHARE_HEAD.match(self._leaf(column + 1)):
                read = cells.read(texts[column])
                whole = read is not None and read.shape == "plain" and read.a.is_integer() and read.a > 1
                head = self._head_of(column)
                current = Sized(int(read.a), row[column], head) if read is not None and whole else None
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
        read = cells.read(match[1] if (match := _BRACKETED.match(text)) else text)
        return ((row[column + 1], read), label) if read is not None and read.shape == "plain" else (None, "")


_CI_HEAD: Final = expression(r"(?<![A-Za-z])CI(?![A-Za-z])|confidence interval", re.IGNORECASE)
_TIME_HEAD: Final = expression(
    r"^\W*(?:weeks?|days?|months?|years?|hours?|visits?|time(?: ?-?points?)?|follow-?up|period)\b.{0,30}$",
    re.IGNORECASE,
)
_CODED_HEAD: Final = expression(r"^(?!.*(?:group|arm|treat)).{2,12}$", re.IGNORECASE)
"""Heads of a column of codes that tell nothing without it: `Centre` over `A`."""
_SIZE_COLUMN: Final = expression(
    r"^(?:[nN][ab]?|no\.?|number|total|sample size|(?:no\.?|number|n) of "
    r"(?:patients|subjects|participants)|patients|subjects|participants)[*†‡§ᵃᵇ]?$",
    re.IGNORECASE,
)
_BRACKETED: Final = expression(r"^[\[(]\s?±?\s?([\d.,·]+\s?%?)\s?[\])]\s?[*†‡§a-d]{0,3}$")
_SHARE_HEAD: Final = expression(r"^\W*(?:%|per ?cent\w*)\W*$", re.IGNORECASE)
_SPREAD_HEAD: Final = expression(
    r"^[(\[±]?\s?(?:SDs?|S\.D\.?|SEM?|S\.E\.?M?\.?|standard (?:deviation|error)|%|percent\w*)", re.IGNORECASE
)
