"""What was read out of records, kept beside them: bytes of the appraisal, which this room does not look into.

A reading counts for the version of the record and the reader under which it was kept. It can be dropped at any time:
what it saves is time. So a table that cannot be read is no reading, and is made anew by the next that is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import pyarrow as pa

from probatum.acquire.library.engine import ENGINE_ERRORS
from probatum.acquire.library.lock import writing
from probatum.acquire.library.shelf import Shelf
from probatum.model import Record

SCHEMA: Final = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("version", pa.string(), nullable=False),
        pa.field("reader", pa.string(), nullable=False),
        pa.field("data", pa.binary(), nullable=False),
    ]
)
HELD: Final = 1024
"""Readings that stay in memory: questions that follow one another ask for the same, and none ever changes."""


class Readings:
    """The readings of a library; absent until one is kept."""

    def __init__(self, shelf: Shelf, location: str) -> None:
        self._shelf, self._location = shelf, location
        self._held: dict[tuple[str, str, str], bytes] = {}
        self._damaged = False

    def __bool__(self) -> bool:
        """True when any reading was ever kept and can be read."""
        try:
            return not self._damaged and self._shelf.table is not None
        except ENGINE_ERRORS:
            self._damaged = True
            return False

    def fault(self) -> str:
        """What keeps the readings from being read, in words; empty where nothing does."""
        try:
            for _ in self._shelf.batches(SCHEMA.names, 1_000):
                pass
        except ENGINE_ERRORS:
            return "what was read ahead cannot be read; it is made anew behind the next answer"
        return ""

    def of(self, records: Iterable[Record], reader: str) -> dict[str, bytes]:
        """Id of a record -> its reading, for those that have one of this version by this reader."""
        keys = {record.id: (record.id, record.version, reader) for record in records}
        found = {one: self._held.get(key) for one, key in keys.items()}
        rows = self._rows([one for one in keys if found[one] is None])
        read = {row["id"]: row["data"] for row in rows if (row["id"], row["version"], row["reader"]) == keys[row["id"]]}
        if len(self._held) + len(read) > HELD:
            self._held = {}
        self._held.update((keys[one], data) for one, data in read.items())
        return {one: data for one, data in (found | read).items() if data is not None}

    def _rows(self, ids: list[str]) -> list[dict[str, Any]]:
        try:
            return self._shelf.having("id", ids, SCHEMA.names) if self else []
        except ENGINE_ERRORS:
            self._damaged = True
            return []

    def lacking(self, records: Iterable[Record], reader: str) -> Iterator[Record]:
        """The records that have no reading of their version by this reader."""
        there: set[tuple[str, str]] = set()
        try:
            if self:
                for batch in self._shelf.batches(SCHEMA.names, 1_000):  # with what they hold: damage shows there
                    there |= {(row["id"], row["version"]) for row in batch.to_pylist() if row["reader"] == reader}
        except ENGINE_ERRORS:
            self._damaged, there = True, set()
        return (record for record in records if (record.id, record.version) not in there)

    def keep(self, made: Iterable[tuple[Record, bytes]], reader: str) -> int:
        """Keep readings in one commit, each in place of what was kept of the record before; how many.

        Raises ProbatumError P303 when another process is writing, P304 when the folder cannot be written.
        """
        rows = [{"id": r.id, "version": r.version, "reader": reader, "data": data} for r, data in made]
        if rows:
            with writing(self._location):
                if self._damaged:
                    self._shelf.discard()
                    self._damaged = False
                self._shelf.put(rows)
        return len(rows)
