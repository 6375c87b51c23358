"""The table of notices: which document, which standing, who says so. Made when the first is written."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final

import pyarrow as pa

from probatum.acquire.library.engine import opened, retrying
from probatum.acquire.library.query import literal, one_of

NAME: Final = "notices"
NOTICES: Final = pa.schema(
    pa.field(name, pa.string(), nullable=False)
    for name in ("key", "target", "before", "status", "source", "identifier", "date", "read", "reason")
)
UNSETTLED: Final = "unsettled"
"""Key of the row that says that notices were written and may not lie over their records yet: a process that is killed
in between leaves it, and the next to write ends the work."""
ASKED_AGAIN: Final = 1.0
"""Seconds after which a table that was not there is looked for again: another process may have made it."""
IN_ONE_GO: Final = 2_000


class NoticeTable:
    """The notices of the library that `connection` leads to."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self._table: Any = None
        self._asked = float("-inf")

    @property
    def table(self) -> Any:
        """The engine's table, or None when there is none yet."""
        if self._table is None and time.monotonic() - self._asked > ASKED_AGAIN:
            self._asked = time.monotonic()
            self._table = opened(self.connection, NAME)
        return self._table

    def rows(self) -> Iterator[dict[str, Any]]:
        """Every notice."""
        if self.table is not None:
            for batch in self.table.search().where(f"key != {literal(UNSETTLED)}").to_batches(10_000):
                yield from batch.to_pylist()

    def naming(self, targets: list[str]) -> Iterator[dict[str, Any]]:
        """Notices that name one of those documents."""
        if self.table is not None:
            for start in range(0, len(targets), IN_ONE_GO):
                condition = one_of("target", targets[start : start + IN_ONE_GO])
                yield from self.table.search().where(condition).to_arrow().to_pylist()

    def put(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write notices, and that they are not settled, in one commit."""
        marker = {name: UNSETTLED if name == "key" else "" for name in NOTICES.names}
        made = pa.Table.from_pylist([dict(marker), *map(dict, rows)], schema=NOTICES)
        table = self.table
        if table is None:
            table = self.connection.create_table(NAME, schema=NOTICES, exist_ok=True)
            self._table = table
        retrying(lambda: table.add(made))

    @property
    def unsettled(self) -> bool:
        """Whether notices were written that may not lie over their records."""
        return self.table is not None and self.table.count_rows(f"key = {literal(UNSETTLED)}") > 0

    def settled(self) -> None:
        """Every notice lies over its records now."""
        if self.unsettled:
            retrying(partial(self.table.delete, f"key = {literal(UNSETTLED)}"))

    def drop(self, keys: list[str]) -> None:
        """Remove notices, having written that they are not settled."""
        if self.table is not None:
            self.put([])
            for start in range(0, len(keys), IN_ONE_GO):
                condition = one_of("key", keys[start : start + IN_ONE_GO])
                retrying(partial(self.table.delete, condition))

    def optimise(self, tidy: Any) -> None:
        """Index it by what is named, and tidy its files as `tidy` does a table's."""
        from lancedb.index import BTree

        if self.table is not None:
            there = {column for index in self.table.list_indices() for column in index.columns}
            if "target" not in there:
                retrying(partial(self.table.create_index, "target", config=BTree()))
            tidy(self.table)
