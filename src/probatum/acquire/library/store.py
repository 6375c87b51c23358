"""The tables of a library: the only module that speaks to the database engine.

Three tables: `records` holds the current version of every record and the full-text index over it; `names` leads from
further identifiers to records; `versions` holds what was replaced or removed. Beside them lie the copies of works, the
keys under which they are found, and what people decided on them (see `copies`). Every write is one commit of one table;
orders of commits are chosen so that a process killed between two leaves nothing lost and nothing that the next `add`
would not mend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cached_property, partial
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from probatum.acquire.library.copies import COPIES, DECISIONS, KEYS
from probatum.acquire.library.engine import ENGINE_ERRORS, engine, retrying
from probatum.acquire.library.index.index import Index
from probatum.acquire.library.index.scoring import exactly as all_of
from probatum.acquire.library.index.view import View
from probatum.acquire.library.location import is_uri
from probatum.acquire.library.notices import NoticeTable
from probatum.acquire.library.proposing import Fetched, Indexed, Proposal
from probatum.acquire.library.query import (
    EARLIER,
    TERMS,
    TEXT,
    Filters,
    Query,
    compile_query,
    exactly,
    one_of,
)
from probatum.acquire.library.readings import SCHEMA as READINGS
from probatum.acquire.library.readings import Readings
from probatum.acquire.library.rows import NAMES, RECORDS, VERSIONS, fingerprint
from probatum.acquire.library.shelf import Shelf
from probatum.acquire.library.vectors import Vectors
from probatum.errors import ProbatumError
from probatum.text.expressions import expression

_MESSAGE: Final = expression(r"<Message>([^<]{1,200})</Message>")

KEEP_OLD: Final = timedelta(minutes=10)
"""How long files of earlier table versions stay, for readers in other processes that are in the middle of a query."""

FRESH: Final = timedelta(seconds=1)
"""How soon a reader sees what another process wrote."""

TIES: Final = 20
"""Records the engine is asked for beyond the limit, so that those of one score are ordered by id across its edge."""

EVERYTHING: Final = Filters()

IN_ONE_GO: Final = 2_000
"""Values of one IN (...) condition."""


class Store:
    """The tables at one location. Open with `Store.open` or make with `Store.create`."""

    def __init__(self, location: str, connection: Any, records: Any, names: Any, versions: Any) -> None:
        self.location = location
        self.keys = Shelf(connection, "keys", KEYS, ("key",))
        self.copies = Shelf(connection, "copies", COPIES, ("id", "leader"))
        self.decisions = Shelf(connection, "decisions", DECISIONS, ("one", "other"))
        self.readings = Readings(Shelf(connection, "readings", READINGS, ("id",)), location)
        self.vectors = Vectors(connection)
        self.records = records
        self.names = names
        self.versions = versions
        self._searched = ""
        self.index = None if is_uri(location) else self._own_index(connection)

    def _own_index(self, connection: Any) -> Index:
        return Index(self.location, partial(connection.open_table, "records"), lambda: int(self.records.version))

    @cached_property
    def notices(self) -> NoticeTable:
        """What is said of records' standing."""
        return NoticeTable(connect(self.location))

    @classmethod
    def open(cls, location: str) -> Store:
        """Open an existing library. Raises ProbatumError P302 when there is none."""
        connection = connect(location)
        try:
            return cls(
                location, connection, *(connection.open_table(name) for name in ("records", "names", "versions"))
            )
        except ENGINE_ERRORS as error:
            if "not found" not in str(error).lower():
                raise ProbatumError("P306", location=location, reason=error) from error
            raise ProbatumError("P302", location=location) from error

    @classmethod
    def create(cls, location: str) -> Store:
        """Make an empty library, or finish making one that was begun. Raises ProbatumError P304 when it cannot be
        written."""
        try:
            connection = connect(location)
            versions = connection.create_table("versions", schema=VERSIONS, exist_ok=True)
            names = connection.create_table("names", schema=NAMES, exist_ok=True)
            records = connection.create_table("records", schema=RECORDS, exist_ok=True)
        except ENGINE_ERRORS as error:
            raise ProbatumError("P304", location=location, reason=error) from error
        store = cls(location, connection, records, names, versions)
        store.ensure_indices()
        return store

    def ensure_indices(self) -> None:
        """Make the indices that are missing. Cheap when all are there."""
        from lancedb.index import Bitmap, BTree

        wanted = {
            "id": BTree(),
            "kind": Bitmap(),
            "status": Bitmap(),
            "design": Bitmap(),
            "year": BTree(),
            TERMS: _full_text(),
        }
        self._index(self.records, wanted)
        self._index(self.names, {"name": BTree()})
        self._index(self.versions, {"id": BTree()})

    @staticmethod
    def _index(table: Any, wanted: Mapping[str, Any]) -> None:
        there = {column for index in table.list_indices() for column in index.columns}
        for column, config in wanted.items():
            if column not in there:
                retrying(partial(table.create_index, column, config=config))

    # reading

    @property
    def table_version(self) -> int:
        """A number for the state of records and copies; grows with every commit."""
        return int(self.records.version) + self.copies.version

    def count(self) -> int:
        """Current records."""
        return int(self.records.count_rows())

    @property
    def searched(self) -> str:
        """The column that searches look into: `TERMS`, or in a library of an earlier layout what it has instead.

        A library that has `TERMS` keeps it, so it is asked for its columns no more.
        """
        if self._searched != TERMS:
            there = self.records.schema.names
            self._searched = next((name for name in (TERMS, *EARLIER) if name in there), TEXT)
        return self._searched

    def unindexed(self) -> int:
        """Rows the full-text index does not hold yet."""
        for index in self.records.list_indices():
            if index.columns == [self.searched]:
                return int(index.num_unindexed_rows or 0)
        return self.count()

    def pieces(self) -> int:
        """Pieces of the table of records on disk that are small enough to be put together."""
        return int(self.records.stats()["fragment_stats"]["num_small_fragments"])

    def propose(self, query: Query, filters: Filters, limit: int, columns: Sequence[str]) -> Proposal:
        """The best `limit` records, best first, ties by id; filters come before ranking. `columns` are those that the
        proposal may be asked for."""
        view = self._view()
        if view is not None and self.index is not None:
            return Indexed(self.index, view, query, filters, limit)
        wanted = ("id", "mark", self.searched, *columns)

        def further(ids: Sequence[str]) -> list[dict[str, Any]]:
            chosen = " AND ".join(part for part in (one_of("id", ids), filters.sql) if part)
            scores = {row["id"]: row["_score"] for row in self._asked(query, chosen, len(ids), ("id",))}
            return [row | {"_score": scores.get(row["id"], 0.0)} for row in self.select(chosen, wanted)]

        return Fetched(self._asked(query, filters.sql, limit + TIES, wanted), self.searched, limit, further)

    def _view(self) -> View | None:
        """The state of the index; None where the engine is asked: on an object store, in an earlier layout, or when
        the index cannot be had."""
        return self.index.view() if self.index is not None and self.searched == TERMS else None

    def _asked(self, query: Query, condition: str, limit: int, columns: Sequence[str]) -> list[dict[str, Any]]:
        """Those columns and `_score` of the best records by the engine's own index."""
        compiled = compile_query(query, self.searched)
        found = self.records.search(compiled, query_type="fts").select([*dict.fromkeys(columns), "_score"])
        if condition:
            found = found.where(condition, prefilter=True)
        return list(found.limit(limit).to_arrow().to_pylist())

    def search(self, query: Query, limit: int, columns: Sequence[str]) -> list[dict[str, Any]]:
        """Those columns and `_score` of the best `limit` records, best first."""
        proposal = self.propose(query, EVERYTHING, limit, columns)
        rows = proposal.rows(proposal.found, columns)
        return [{**row, "_score": one.score} for row, one in zip(rows, proposal.found, strict=True)]

    def having(self, marks: Sequence[str]) -> bool:
        """True when a record has all of these terms, taken as they are."""
        view = self._view()
        if view is not None and self.index is not None:
            return bool(self.index.find(view, all_of(marks), EVERYTHING, 1))
        found = self.records.search(exactly(marks, self.searched), query_type="fts").select(["id", "_score"])
        return bool(found.limit(1).to_arrow().num_rows)

    def select(self, condition: str, columns: Sequence[str], *, limit: int | None = None) -> list[dict[str, Any]]:
        """Rows of `records` that meet an SQL condition."""
        found = self.records.search().where(condition).select(list(columns))
        return list((found.limit(limit) if limit else found).to_arrow().to_pylist())

    def with_ids(self, ids: Iterable[str], columns: Sequence[str]) -> list[dict[str, Any]]:
        """Rows of `records` with those ids."""
        return [row for part in _parts(ids) for row in self.select(one_of("id", part), columns)]

    def named(self, names: Iterable[str]) -> list[str]:
        """Ids that may have one of those identifiers: the names themselves, then what the table of names says, each
        once."""
        wanted = list(dict.fromkeys(names))
        found: list[str] = []
        for part in _parts(wanted):
            rows = self.names.search().where(one_of("name", part)).select(["id"]).to_arrow()
            found += sorted(rows["id"].to_pylist())
        return list(dict.fromkeys(wanted + found))

    def earlier(self, ids: Iterable[str], columns: Sequence[str]) -> list[dict[str, Any]]:
        """Rows of `versions` with those ids."""
        found: list[dict[str, Any]] = []
        for part in _parts(ids):
            rows = self.versions.search().where(one_of("id", part)).select(list(columns))
            found += rows.to_arrow().to_pylist()
        return found

    def columns(self, names: Sequence[str]) -> pa.Table:
        """Whole columns of `records`, without the heavy ones unless asked for."""
        return self.records.search().select(list(names)).to_arrow()

    def batches(self, names: Sequence[str], *, earlier: bool = False, condition: str = "") -> Iterator[pa.RecordBatch]:
        """All rows of `records` (or of `versions`) that meet an SQL condition, in batches."""
        found = (self.versions if earlier else self.records).search()
        if condition:
            found = found.where(condition)
        yield from found.select(list(names)).to_batches(1_000)

    def fingerprint(self, condition: str = "") -> tuple[int, str]:
        """Number of records that meet the condition, and their fingerprint; without a condition, copies and whom they
        follow count in it."""
        found = self.records.search()
        if condition:
            found = found.where(condition)
        marks = found.select(["mark", "mark2"]).to_arrow()
        sums = [pc.sum(marks[name]).as_py() or 0 for name in ("mark", "mark2")]
        count = marks.num_rows
        if not condition and self.copies.count():
            beside = self.copies.table.search().select(["mark", "mark2"]).to_arrow()
            count += beside.num_rows
            sums = [total + pc.sum(beside[name]).as_py() for total, name in zip(sums, ("mark", "mark2"), strict=True)]
        return marks.num_rows, fingerprint(count, *sums)

    # writing

    def append(self, rows: pa.Table) -> None:
        """Add rows of new records in one commit."""
        retrying(lambda: self.records.add(rows))
        self._written()

    def merge(self, rows: pa.Table) -> None:
        """Add rows of new records and replace those with the same id, in one commit."""
        builder = self.records.merge_insert("id").when_matched_update_all().when_not_matched_insert_all()
        retrying(lambda: builder.execute(rows))
        self._written()

    def name(self, rows: pa.Table) -> None:
        """Note identifiers of records that are about to be written."""
        retrying(lambda: self.names.add(rows))

    def archive(self, rows: pa.Table) -> None:
        """Keep versions that are about to be replaced or removed."""
        retrying(lambda: self.versions.add(rows))

    def delete(self, ids: Iterable[str]) -> None:
        """Remove current records."""
        for part in _parts(ids):
            retrying(partial(self.records.delete, one_of("id", part)))
        self._written()

    def _written(self) -> None:
        if self.index is not None:
            self.index.touched()

    def optimise(self) -> None:
        """Bring the indices up to date and tidy files away. The one place that does so."""
        later = (shelf.table for shelf in (self.keys, self.copies, self.decisions))
        for table in (self.records, self.names, self.versions, *(table for table in later if table is not None)):
            _tidy(table)
        self.notices.optimise(_tidy)

    def keep_index(self) -> None:
        """Bring the library's own index up to the present records. The caller holds the library for writing."""
        if self.index is not None and self.searched == TERMS:
            self.index.written()

    def rebuild(self) -> None:
        """Make the full-text index anew, so that its word counts are those of the current records alone."""
        retrying(lambda: self.records.create_index(TERMS, config=_full_text(), replace=True))


def _tidy(table: Any) -> None:
    retrying(partial(table.optimize, cleanup_older_than=KEEP_OLD))


def _full_text() -> Any:
    """The terms as they are: reading the text has made them (see `ranking.analysis`)."""
    from lancedb.index import FTS

    return FTS(
        with_position=False,
        base_tokenizer="whitespace",
        lower_case=False,
        stem=False,
        remove_stop_words=False,
        ascii_folding=False,
    )


def connect(location: str) -> Any:
    """The engine at a location. Raises ProbatumError P310 when an object store cannot be reached, P306 when another
    place cannot be opened."""
    try:
        return engine().connect(location, read_consistency_interval=FRESH)
    except ENGINE_ERRORS as error:
        code = "P310" if is_uri(location) else "P306"
        raise ProbatumError(code, location=location, reason=_brief(error)) from error


def _brief(error: Exception) -> str:
    """The engine's reason without the request that led to it, which can be very long."""
    text = str(error)
    message = _MESSAGE.search(text)
    return message[1] if message else text[:200]


def _parts(values: Iterable[str]) -> Iterator[list[str]]:
    """The values, each once, in parts small enough for one condition."""
    listed = list(dict.fromkeys(values))
    for start in range(0, len(listed), IN_ONE_GO):
        yield listed[start : start + IN_ONE_GO]
