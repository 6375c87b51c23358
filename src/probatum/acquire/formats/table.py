"""Tables of references: CSV, semicolons, or tabs, as databases and screening programs export them.

Each row is a reference. A column is known by its name, however it is written; see `_columns`. What screeners decided
and noted is not read.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final

from probatum.acquire.formats._base import HEAD_BYTES, Item, refuse
from probatum.acquire.formats._columns import fields_of, lists_retractions
from probatum.acquire.formats._reference_record import Fields, record
from probatum.acquire.formats._rows import ROW, Row, rows, sniffed
from probatum.acquire.formats._xml import plain_head
from probatum.text.expressions import expression

_LEAST: Final = 2
"""Known columns from which on a table is one of references."""
_SHOWN: Final = 300
_BOOKS: Final = expression(r"book|chap|encyclop", re.IGNORECASE)
_QUOTED: Final = expression(r"""'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)\"""")
_INITIALS: Final = expression(r"\S.*? (?:[A-Z]\.?-?){1,4}(?: (?:Jr|Sr|I{2,3}|IV|\d?[a-z]{2})\.?)?\.?\Z")
_EMBASE: Final = expression(
    r"(?P<journal>.{2,200}?) \((?P<year>\d{4})\)(?: (?P<volume>[^\s:(]+))?(?::(?P<issue>[^\s(]+))?"
    r"(?:[^(]{0,60}\((?P<pages>[^)]{0,40}\d[^)]{0,40})\))?\. Date of Publication: (?P<date>.{4,30}?)\.?\Z"
)
_PUBMED: Final = expression(
    r"(?P<journal_short>.{2,160}?)\. (?P<date>\d{4}[^;.]{0,20});(?P<volume>[\w. ]{1,12})"
    r"(?:\((?P<issue>[^)]{1,12})\))?:(?P<pages>[\w-]{1,20})\."
)
"""How Embase and PubMed print a citation into one cell."""


class Table:
    """A table of references. The dialect is taken from its first row; a row that is wrong is refused by its line."""

    name = "table"
    purpose = "CSV and tab-separated exports of databases and screening programs"

    def recognises(self, head: bytes) -> bool:
        """By the names of its columns: at least two of a reference's."""
        return _dialect(head) is not None

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """Records in file order. A table without a column of titles is refused whole, with the columns it has."""
        head = _read_up_to(stream, HEAD_BYTES)
        found = _dialect(head)
        delimiter, header = found or (",", [])
        chained = _Chained(head, stream)
        quoted = not (delimiter == "\t" and _web_of_science(header))
        table = rows(chained, delimiter, quoted=quoted)  # type: ignore[arg-type]
        first = next((row for row in table if not _names_separator(row)), None)
        if first is None:
            return
        names = fields_of(first.cells)
        if lists_retractions(first.cells):
            yield refuse(origin, "whole file", "P253")
        elif "title" not in names:
            yield refuse(origin, f"line {first.line}", "P251", columns=_shown(first.cells))
        else:
            yield from (_item(row, names, origin) for row in table)


def _dialect(head: bytes) -> tuple[str, list[str]] | None:
    """Delimiter and header of a table of references, or None when it is none."""
    text = plain_head(head).decode("utf-8", "replace").lstrip("\ufeff")
    text = re.sub(r"\Asep=.\r?\n", "", text)
    best = max(sniffed(text), key=lambda found: _known(found[1]), default=None)
    if best is None or not (_known(best[1]) >= _LEAST or lists_retractions(best[1])):
        return None
    return best if all(len(name) <= 100 and "\n" not in name.strip() for name in best[1]) else None


def _known(header: Sequence[str]) -> int:
    return len({field for field in fields_of(header) if field})


def _web_of_science(header: Sequence[str]) -> bool:
    """Whether columns have Web of Science's two-letter names: it writes quotation marks as they are."""
    return header[:1] == ["PT"]


def _names_separator(row: Row) -> bool:
    """Whether this is the line by which Excel is told the delimiter (`sep=;`), which is no row."""
    return row.line == 1 and row.cells[:1] == ["sep="]


def _shown(header: Sequence[str]) -> str:
    listed = ", ".join(name.strip() for name in header)
    return listed if len(listed) <= _SHOWN else f"{listed[:_SHOWN]}..."


def _read_up_to(stream: BinaryIO, size: int) -> bytes:
    parts: list[bytes] = []
    while size > 0 and (data := stream.read(size)):
        parts.append(data)
        size -= len(data)
    return b"".join(parts)


class _Chained(io.RawIOBase):
    """Bytes already read, then the rest of their stream."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self.head, self.stream = head, stream

    def read(self, size: int = -1) -> bytes:
        data, self.head = self.head, b""
        return data or self.stream.read(size)


def _item(row: Row, names: Sequence[str], origin: str) -> Item:
    place = f"line {row.line}"
    if row.code:
        return refuse(origin, place, row.code, reason=row.reason, limit=f"{ROW} characters")
    if any(cell.strip() for cell in row.cells[len(names) :]) or len(row.cells) < len(names):
        return refuse(origin, place, "P252", found=len(row.cells), wanted=len(names))
    fields: Fields = {}
    for name, cell in zip(names, row.cells, strict=False):
        if name and cell.strip():
            fields.setdefault(name, []).extend(_SPLIT[name](cell) if name in _SPLIT else [cell])
    _read_citation(fields)
    sort = " ".join(fields.pop("sort", ()))
    missing = "no title, no abstract and no identifier"
    made = record(fields, "table", origin, book=_BOOKS.search(sort) is not None)
    return made or refuse(origin, place, "P218", missing=missing)


def _read_citation(fields: Fields) -> None:
    """Take apart what Embase and PubMed print as one citation; a bare name (`Scopus`) is that of the database."""
    for value in fields.pop("citation", ()):
        text = " ".join(value.split())
        printed = _EMBASE.match(text) or _PUBMED.match(text)
        if printed:
            for name, part in printed.groupdict().items():
                if part and not fields.get(name):
                    fields[name] = [part]
        elif text and len(text) <= 30:
            fields.setdefault("database", []).append(text)


def _authors(cell: str) -> list[str]:
    """Names in one cell: a list in brackets, or parted by semicolons, by ` and `, or by commas after initials."""
    if listed := _listed(cell):
        return listed
    if ";" in cell:
        return [re.sub(r"\s*\(\d+\)\s*\Z", "", name.strip()) for name in cell.split(";")]
    if " and " in cell and all("," in name for name in cell.split(" and ")):
        return cell.split(" and ")
    if "\n" in cell.strip():
        return cell.split("\n")
    names = [name.strip() for name in cell.rstrip().rstrip(".").split(",")]
    parted = sum(_INITIALS.match(name) is not None for name in names) * 2 > len(names)
    return names if parted else [cell]


def _keywords(cell: str) -> list[str]:
    if listed := _listed(cell):
        return listed
    mark = next((mark for mark in (";", "|", "\n") if mark in cell.strip()), ", ")
    return [word.strip() for word in cell.split(mark)]


def _listed(cell: str) -> list[str]:
    """The texts of a list as Python prints one, `['a', 'b']`; none where the cell is no such list."""
    bare = cell.strip()
    if not (bare.startswith("[") and bare.endswith("]")):
        return []
    return [re.sub(r"\\(.)", r"\1", single or double) for single, double in _QUOTED.findall(bare)]


def _semicolons(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";")]


def _noted(cell: str) -> list[str]:
    return cell.splitlines()


_SPLIT: Final = {
    "author": _authors,
    "author_full": _authors,
    "keyword": _keywords,
    "language": _semicolons,
    "type": _semicolons,
    "note": _noted,
}
"""Fields whose cells hold several values."""

FORMAT = Table()
