"""Lists of what no longer stands: read, and laid over the records of a library.

Two sorts of list are read, compressed or not: one identifier a line (PMIDs as PubMed saves them, DOIs), and the table
of Retraction Watch as Crossref publishes it. An online source gives its notices to `stand` in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple, cast

import msgspec

from probatum.acquire.formats import HEAD_BYTES, Refusal
from probatum.acquire.formats._base import refuse
from probatum.acquire.formats._columns import lists_retractions, plain
from probatum.acquire.formats._lines import lines
from probatum.acquire.formats._rows import ROW, Row, rows, sniffed
from probatum.acquire.formats._terms import iso_date
from probatum.acquire.formats._xml import plain_head
from probatum.acquire.library import Library, StandSummary, Told
from probatum.acquire.reading._limits import Limits, SourceError
from probatum.acquire.reading._streams import Ahead, Counted, Decompressed, Meter, compression
from probatum.errors import ProbatumError
from probatum.model import Identifier, Notice, RecordStatus
from probatum.text import identifiers
from probatum.text.expressions import expression

_NATURES: Final = {
    "retraction": RecordStatus.RETRACTED,
    "correction": RecordStatus.CORRECTED,
    "expression of concern": RecordStatus.CONCERN,
}
"""Retraction Watch's RetractionNature -> standing. A correction is one, and never a retraction."""
_REINSTATED: Final = "reinstatement"
_COLUMNS: Final = ("retractionnature", "originalpaperdoi", "originalpaperpubmedid")
_LINE: Final = 64 * 1024


class Named(NamedTuple):
    """A document and the notice that names it."""

    identifier: Identifier
    notice: Notice


def stand(library: Library, notices: Iterable[Named], source: str, date: str) -> StandSummary:
    """Lay notices over the records of a library, and over those that come later. `source` names who says so, `date`
    (ISO) when that was read. Raises ProbatumError P303 when another process is writing."""
    told = (Told(str(n.identifier), msgspec.structs.replace(n.notice, source=source, read=date)) for n in notices)
    return library.stand(told)


def read_list(path: str, status: RecordStatus = RecordStatus.RETRACTED) -> Iterator[Named | Refusal]:
    """The notices of a list in a file. `status` is what a list of bare identifiers says of each.

    A line that cannot be read is a Refusal, and the next is read. Raises ProbatumError P213 or P214 when the file
    cannot be opened.
    """
    try:
        with Path(path).open("rb") as source:
            meter = Meter(Limits())
            ahead = Ahead(Counted(source, meter))
            unpack = compression(ahead.peek(HEAD_BYTES))
            if unpack is not None:
                ahead = Ahead(Decompressed(ahead, unpack, meter))
            yield from _content(ahead, Path(path).name, status)
    except FileNotFoundError as error:
        raise ProbatumError("P214") from error
    except OSError as error:
        raise ProbatumError("P213", reason=error.strerror or error) from error
    except SourceError as error:
        yield refuse(path, error.place, error.code, **error.fields)


def _content(ahead: Ahead, origin: str, status: RecordStatus) -> Iterator[Named | Refusal]:
    head = plain_head(ahead.peek(HEAD_BYTES)).decode("utf-8", "replace")
    stream = cast(BinaryIO, ahead)
    tables = [delimiter for delimiter, header in sniffed(head) if lists_retractions(header)]
    if tables:
        yield from _reinstated(_table(stream, tables[0], origin))
    else:
        yield from _listed(stream, origin, status)


def _listed(stream: BinaryIO, origin: str, status: RecordStatus) -> Iterator[Named | Refusal]:
    """One identifier a line; a bare number is a PMID. What follows a `#` is a remark."""
    for line in lines(stream, _LINE):
        text = line.text.partition("#")[0].strip()
        if line.code:
            yield refuse(origin, f"line {line.number}", line.code, reason=line.reason, limit=_LINE)
        elif text:
            found = identifiers.parse(text, "pmid" if text.isdigit() else None)
            if found is None:
                yield refuse(origin, f"line {line.number}", "P254", shown=repr(text[:40]))
            else:
                yield Named(found, Notice(status, origin))


def _table(stream: BinaryIO, delimiter: str, origin: str) -> Iterator[tuple[str, Named] | Refusal]:
    """Rows of Retraction Watch's table: the nature of each notice, and what it names."""
    table = rows(stream, delimiter)
    header = next(table, Row(1, []))
    columns = {plain(name).replace(" ", ""): number for number, name in enumerate(header.cells)}
    missing = [name for name in _COLUMNS if name not in columns]
    if missing:
        yield refuse(origin, f"line {header.line}", "P218", missing=f"no column {', '.join(missing)}")
        return
    for row in table:
        place = f"line {row.line}"
        if row.code:
            yield refuse(origin, place, row.code, reason=row.reason, limit=f"{ROW} characters")
        elif len(row.cells) < len(header.cells):
            yield refuse(origin, place, "P252", found=len(row.cells), wanted=len(header.cells))
        else:
            cells = {name: row.cells[number].strip() for name, number in columns.items()}
            yield from _row(cells, origin, place)


def _row(cells: dict[str, str], origin: str, place: str) -> Iterator[tuple[str, Named] | Refusal]:
    nature = cells["retractionnature"].lower()
    if nature not in _NATURES and nature != _REINSTATED:
        yield refuse(origin, place, "P255", nature=repr(cells["retractionnature"][:40]), known=", ".join(_NATURES))
        return
    papers = _both(cells.get("originalpaperdoi", ""), cells.get("originalpaperpubmedid", ""))
    notices = _both(cells.get("retractiondoi", ""), cells.get("retractionpubmedid", ""))
    if not papers:
        yield refuse(origin, place, "P218", missing="neither a DOI nor a PMID of the paper")
        return
    status = _NATURES.get(nature, RecordStatus.CURRENT)
    told = Notice(
        status,
        origin,
        identifier=str(notices[0]) if notices else "",
        date=_day(cells.get("retractiondate", "")),
        reason=_reason(cells.get("reason", "")),
    )
    for paper in papers:
        yield nature, Named(paper, told)
    if status is RecordStatus.RETRACTED:
        # The notice is a document of its own, and no evidence either.
        itself = msgspec.structs.replace(told, status=RecordStatus.RETRACTION_NOTICE)
        yield from ((nature, Named(notice, itself)) for notice in notices if notice not in papers)


def _both(doi: str, pmid: str) -> Sequence[Identifier]:
    found = (identifiers.parse(doi, "doi"), identifiers.parse(pmid, "pmid") if pmid.isdigit() else None)
    return [identifier for identifier in found if identifier is not None]


def _reinstated(found: Iterable[tuple[str, Named] | Refusal]) -> Iterator[Named | Refusal]:
    """Without retractions that a later reinstatement took back."""
    held: list[Named] = []
    back: dict[Identifier, str] = {}
    for item in found:
        if isinstance(item, Refusal):
            yield item
        elif item[0] == _REINSTATED:
            named = item[1]
            back[named.identifier] = max(back.get(named.identifier, ""), named.notice.date)
        else:
            held.append(item[1])
    for named in held:
        again = back.get(named.identifier)
        retracted = named.notice.status is RecordStatus.RETRACTED
        if not (retracted and again is not None and named.notice.date <= again):
            yield named


_AMERICAN: Final = expression(r"(\d{1,2})/(\d{1,2})/(\d{4})\b")
_ISO: Final = expression(r"(\d{4})-(\d{2})-(\d{2})\b")


def _day(text: str) -> str:
    """ISO date of `9/26/2023 0:00`, month first as Retraction Watch writes it, or of an ISO date."""
    if found := _AMERICAN.match(text):
        return iso_date(int(found[3]), found[1], found[2])
    found = _ISO.match(text)
    return iso_date(int(found[1]), found[2], found[3]) if found else ""


def _reason(text: str) -> str:
    """`+Concerns About Data;+Duplication;` -> `Concerns About Data; Duplication`."""
    return "; ".join(part for cell in text.split(";") if (part := cell.strip().lstrip("+")))
