"""Tables that came after the first libraries were made: absent until something is written into them.

A library made before opens and reads as ever; the first `add` makes what is missing. All go by the engine's names, so
they lie beside the tables of `store`.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

import pyarrow as pa

from probatum.acquire.library.engine import opened, retrying
from probatum.acquire.library.query import literal

IN_ONE_GO: Final = 2_000
"""Values of one IN (...) condition."""

ASKED_AGAIN: Final = 1.0
"""Seconds after which a table that was not there is looked for again: another process may have made it."""


class Shelf:
    """One such table: `name`, its schema, and the columns to index."""

    def __init__(self, connection: Any, name: str, schema: pa.Schema, indexed: Sequence[str]) -> None:
        self.connection = connection
        self.name = name
        self.schema = schema
        self.indexed = tuple(indexed)
        self._table: Any = None
        self._asked = float("-inf")

    @property
    def table(self) -> Any:
        """The engine's table, or None when there is none yet."""
        if self._table is None and time.monotonic() - self._asked > ASKED_AGAIN:
            self._asked = time.monotonic()
            self._table = opened(self.connection, self.name)
        return self._table

    def ensure(self) -> Any:
        """The engine's table, made with its indices when missing."""
        from lancedb.index import BTree

        table = self.table
        if table is None:
            table = self.connection.create_table(self.name, schema=self.schema, exist_ok=True)
        there = {column for index in table.list_indices() for column in index.columns}
        for column in self.indexed:
            if column not in there:
                retrying(partial(table.create_index, column, config=BTree()))
        self._table = table
        return table

    def discard(self) -> None:
        """Away with it, readable or not."""
        self.connection.drop_table(self.name, ignore_missing=True)
        self._table, self._asked = None, float("-inf")

    @property
    def version(self) -> int:
        """The engine's number of its state; 0 when there is none."""
        return int(self.table.version) if self.table is not None else 0

    def count(self) -> int:
        """Rows in it."""
        return int(self.table.count_rows()) if self.table is not None else 0

    def select(self, condition: str, columns: Sequence[str]) -> list[dict[str, Any]]:
        """Rows that meet an SQL condition; all for an empty one."""
        if self.table is None:
            return []
        found = self.table.search()
        if condition:
            found = found.where(condition)
        return list(found.select(list(columns)).to_arrow().to_pylist())

    def having(self, column: str, values: Iterable[str | int], columns: Sequence[str]) -> list[dict[str, Any]]:
        """Rows whose column has one of those values."""
        if self.table is None:
            return []
        return [row for part in parts(values) for row in self.select(among(column, part), columns)]

    def batches(self, columns: Sequence[str], size: int = 1_000) -> Iterator[pa.RecordBatch]:
        """All rows in batches."""
        if self.table is not None:
            yield from self.table.search().select(list(columns)).to_batches(size)

    def append(self, rows: Sequence[Mapping[str, Any]] | pa.Table) -> None:
        """Add rows in one commit."""
        made = rows if isinstance(rows, pa.Table) else pa.Table.from_pylist(list(rows), schema=self.schema)
        table = self.ensure() if self.table is None else self.table
        retrying(lambda: table.add(made))

    def put(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add rows and replace those with the same first column, in one commit."""
        made = pa.Table.from_pylist(list(rows), schema=self.schema)
        table = self.ensure() if self.table is None else self.table
        builder = table.merge_insert(self.schema.names[0]).when_matched_update_all().when_not_matched_insert_all()
        retrying(lambda: builder.execute(made))

    def change(self, condition: str, values: Mapping[str, Any]) -> None:
        """Set columns of the rows that meet a condition, in one commit."""
        if self.table is not None:
            retrying(lambda: self.table.update(where=condition, values=dict(values)))

    def clear(self) -> None:
        """Remove all rows."""
        if self.count():
            retrying(lambda: self.table.delete("true"))

    def drop(self, column: str, values: Iterable[str]) -> None:
        """Remove rows whose column has one of those values."""
        if self.table is not None:
            for part in parts(values):
                retrying(partial(self.table.delete, among(column, part)))


def among(column: str, values: Iterable[str | int]) -> str:
    """`column IN (...)` of texts or numbers."""
    listed = ", ".join(str(value) if isinstance(value, int) else literal(value) for value in values)
    return f"{column} IN ({listed})" if listed else "false"


def parts(values: Iterable[str | int]) -> Iterator[list[str | int]]:
    """The values, each once, in parts small enough for one condition."""
    listed = list(dict.fromkeys(values))
    for start in range(0, len(listed), IN_ONE_GO):
        yield listed[start : start + IN_ONE_GO]
