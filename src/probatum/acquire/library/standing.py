"""What stands over records: notices of retraction, concern, correction, and later editions.

A notice is kept apart from the record it names, so the record's text and version stay as they were, and the notice
holds for a copy that is added later too. The effective standing goes into the column `status`, which searches filter
by, and into the row's mark, so that the library's version tells of it. Taking a source's notices back puts
everything as it was.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import msgspec
import pyarrow as pa

from probatum.acquire.library.notices import NoticeTable
from probatum.acquire.library.replacing import document_keys
from probatum.acquire.library.rows import RECORDS, families, marks, standing_of, table, unpack
from probatum.model import Link, LinkKind, Notice, Record, RecordStatus
from probatum.text.expressions import expression

if TYPE_CHECKING:
    from probatum.acquire.library.store import Store

AT_ONCE: Final = 1_000
"""Records that are brought up to date in one commit."""

_LAYS: Final = {
    LinkKind.RETRACTS: RecordStatus.RETRACTED,
    LinkKind.ERRATUM_FOR: RecordStatus.CORRECTED,
    LinkKind.CONCERN_FOR: RecordStatus.CONCERN,
    LinkKind.SUPERSEDES: RecordStatus.SUPERSEDED,
}
"""Link of a record -> the standing it gives the document that it names."""
_NOT_SHARED: Final = (RecordStatus.CURRENT, RecordStatus.RETRACTION_NOTICE)
"""Standings of a copy that say nothing of the record that leads."""
_RECORD: Final = expression(r"[a-z][a-z0-9-]*:\S+\Z")
_RETRACTED_FIRST: Final = "RetractedandRepublishedFrom"
_COCHRANE: Final = expression(r"(10\.1002/14651858\.[a-z]{2}\d{6})(?:\.pub(\d{1,2}))?\Z")
"""A Cochrane review: its first version has no suffix, the second `.pub2`, and so on."""


class Told(msgspec.Struct, frozen=True):
    """A notice and what it names."""

    target: str
    """An identifier, or the family of a guideline's editions (see `rows.families`)."""
    notice: Notice
    before: str = ""
    """Where not empty, it holds for records dated before that alone."""

    @property
    def key(self) -> str:
        """The same for the same thing said by the same source."""
        parts = (self.target, self.notice.status, self.notice.source, self.notice.identifier, self.before)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]

    def holds_for(self, record: Record) -> bool:
        """Whether it speaks of this record. None speaks of itself; dates are compared as far as both are told."""
        if self.notice.source == record.id:
            return False
        told = min(len(self.before), len(record.date))
        return not self.before or (told >= 4 and record.date[:told] < self.before[:told])


def is_record(source: str) -> bool:
    """Whether a source of notices is a record (`pmid:12345678`) and no list."""
    return _RECORD.match(source) is not None


def targets(record: Record) -> set[str]:
    """What a notice that speaks of this record may name."""
    return document_keys(record) | set(families(record))


def implied(record: Record) -> Iterator[Told]:
    """What a record says of other documents' standing: by its links, as a Cochrane review's later version, and as a
    guideline's later edition. An erratum corrects, and never retracts."""
    for link in record.links:
        status = _laid_by(link)
        if status is not None and link.identifier is not None and link.identifier not in record.identifiers:
            yield Told(str(link.identifier), _by(record, status))
    doi = record.identifier("doi")
    if doi and (found := _COCHRANE.match(doi)):
        for number in range(1, int(found[2] or 1)):
            earlier = found[1] if number == 1 else f"{found[1]}.pub{number}"
            yield Told(f"doi:{earlier}", _by(record, RecordStatus.SUPERSEDED))
    if record.date:
        for family in families(record):
            yield Told(family, _by(record, RecordStatus.SUPERSEDED), before=record.date)


def _laid_by(link: Link) -> RecordStatus | None:
    if link.kind is LinkKind.REPUBLISHED and link.note.startswith(_RETRACTED_FIRST):
        return RecordStatus.RETRACTED
    return _LAYS.get(link.kind)


def _by(record: Record, status: RecordStatus) -> Notice:
    return Notice(status, source=record.id, identifier=record.id, date=record.date)


def said(record: Record) -> Iterator[Told]:
    """What a record brings with it: what it implies of others, and the notices an export says lie over itself."""
    yield from implied(record)
    for notice in record.notices:
        yield Told(record.id, notice)


class Standings:
    """The notices of a library, by what they name. For one writer; readers ask the table (`read`)."""

    def __init__(self, table: NoticeTable) -> None:
        self.table = table
        self.by_target: dict[str, tuple[Told, ...]] = {}
        self.by_source: dict[str, set[str]] = {}
        self._known: set[str] = set()
        self.note(_told(stored) for stored in table.rows())

    def lay(self, record: Record, copies: Iterable[Record] = ()) -> Record:
        """The record under all that is said of it, and of the copies of its work beside it."""
        return _laid(record, tuple(copies), self.by_target)

    def stamp(self, rows: pa.Table, records: Sequence[Record]) -> pa.Table:
        """The rows that were made of some records, with what is said of each."""
        columns: dict[str, list[Any]] = {}
        for number, record in enumerate(records):
            over = self.lay(record)
            if standing_of(over) != standing_of(record):
                columns = columns or {name: rows[name].to_pylist() for name in ("status", "mark", "mark2")}
                columns["status"][number] = over.status.value
                columns["mark"][number], columns["mark2"][number] = marks(over.id, standing_of(over))
        for name, values in columns.items():
            place = rows.schema.get_field_index(name)
            field = rows.schema.field(place)
            rows = rows.set_column(place, field, pa.array(values, field.type))
        return rows

    def note(self, told: Iterable[Told]) -> list[Told]:
        """Take notices in; those that are new come back. They are not yet on disk: see `keep`."""
        new: list[Told] = []
        for one in told:
            if one.key in self._known:
                continue
            self._known.add(one.key)
            self.by_target[one.target] = (*self.by_target.get(one.target, ()), one)
            self.by_source.setdefault(one.notice.source, set()).add(one.target)
            new.append(one)
        return new

    def keep(self, told: Sequence[Told]) -> None:
        """Put notices on disk."""
        self.table.put(_row(one) for one in told)

    def forget(self, source: str, but: Collection[str] = ()) -> set[str]:
        """Take back what a source said, but for the notices with these keys; what it named comes back."""
        named = {
            target
            for target in self.by_source.get(source, ())
            if any(o.notice.source == source and o.key not in but for o in self.by_target[target])
        }
        gone: list[str] = []
        for target in named:
            there = self.by_target[target]
            left = tuple(o for o in there if o.notice.source != source or o.key in but)
            gone += [o.key for o in there if o not in left]
            self.by_target[target] = left
        self._known.difference_update(gone)
        self.by_source.get(source, set()).difference_update(named)
        if gone:
            self.table.drop(gone)
        return named


def _laid(record: Record, copies: Sequence[Record], by_target: Mapping[str, Sequence[Told]]) -> Record:
    if not by_target and not copies:
        return record.own
    work = (record, *copies)
    ids = {one.id for one in work}
    found = (told for one in work for target in targets(one) for told in by_target.get(target, ()))
    notices = [told.notice for told in found if told.notice.source not in ids and told.holds_for(record)]
    own = (copy.own for copy in copies)
    notices += [_by(copy, copy.status) for copy in own if copy.status not in _NOT_SHARED]
    return record.under(notices)


def copies_of(store: Store, leaders: Iterable[str] | None) -> dict[str, list[Record]]:
    """The copies of works beside the records that lead; of all works for None."""
    columns = ("leader", "record")
    rows = store.copies.select("", columns) if leaders is None else store.copies.having("leader", leaders, columns)
    found: dict[str, list[Record]] = defaultdict(list)
    for stored in rows:
        found[stored["leader"]].append(unpack(stored["record"]))
    return found


def settle(store: Store, standings: Standings, named: Iterable[str]) -> list[str]:
    """Bring the rows of the records that these identifiers name, or whose copies they name, up to date with what is
    said of them; the ids of those that stand otherwise now. Their text and version stay."""
    changed: list[str] = []
    ids = store.named(sorted(set(named)))
    ids += sorted({row["leader"] for row in store.copies.having("id", ids, ("leader",))} - set(ids))
    for start in range(0, len(ids), AT_ONCE):
        part = ids[start : start + AT_ONCE]
        rows: list[dict[str, Any]] = []
        works = copies_of(store, part)
        for stored in store.with_ids(part, RECORDS.names):
            over = standings.lay(unpack(stored["record"]), works.get(stored["id"], ()))
            mark, mark2 = marks(over.id, standing_of(over))
            if (mark, mark2) != (stored["mark"], stored["mark2"]):
                rows.append(stored | {"status": over.status.value, "mark": mark, "mark2": mark2})
        if rows:
            store.merge(table(rows))  # whole rows: to set some columns, the engine reads the table from end to end
            changed += [stored["id"] for stored in rows]
    return changed


def laid(store: Store, records: Sequence[Record]) -> list[Record]:
    """The records under what the table of notices says of them and of the copies of their works."""
    works = copies_of(store, [record.id for record in records])
    named = {t for record in records for one in (record, *works.get(record.id, ())) for t in targets(one)}
    found: dict[str, list[Told]] = defaultdict(list)
    for stored in store.notices.naming(sorted(named)):
        told = _told(stored)
        found[told.target].append(told)
    return [_laid(record, works.get(record.id, ()), found) for record in records]


def read(store: Store, rows: Sequence[dict[str, Any]]) -> list[Record]:
    """The records of stored rows with the columns `status` and `record`, each under its notices."""
    records = [unpack(stored["record"]) for stored in rows]
    over = [n for n, stored in enumerate(rows) if stored["status"] != RecordStatus.CURRENT]
    if over:
        for number, record in zip(over, laid(store, [records[n] for n in over]), strict=True):
            records[number] = record
    return records


def _row(told: Told) -> dict[str, Any]:
    notice = told.notice
    return {
        "key": told.key,
        "target": told.target,
        "before": told.before,
        "status": notice.status.value,
        "source": notice.source,
        "identifier": notice.identifier,
        "date": notice.date,
        "read": notice.read,
        "reason": notice.reason,
    }


def _told(stored: dict[str, Any]) -> Told:
    notice = Notice(
        RecordStatus(stored["status"]),
        stored["source"],
        stored["identifier"],
        stored["date"],
        stored["read"],
        stored["reason"],
    )
    return Told(stored["target"], notice, stored["before"])
