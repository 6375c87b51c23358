"""Bringing a library of an earlier layout up to date: its records stay as they are, their terms are made anew.

A library is of the present layout when it has the column `TERMS`, whose name carries the edition of the analysis. The
column is filled under another name, which searches do not know, and renamed at the end, in one commit: whoever reads
meanwhile searches as before, and what is broken off is gone on with by the next `add`.
"""

from __future__ import annotations

from typing import Final

import pyarrow as pa

from probatum.acquire.library.engine import retrying
from probatum.acquire.library.query import TERMS, TEXT
from probatum.acquire.library.rows import searched_terms, unpack
from probatum.acquire.library.store import Store
from probatum.text.expressions import expression

MAKING: Final = f"making_{TERMS}"
"""The column while it is being filled."""

IN_ONE_GO: Final = 5_000
"""Records of one commit."""

_OUTDATED: Final = expression(r"(?:making_)?terms_[0-9]+")


def upgrade(store: Store) -> None:
    """Give every record its terms; nothing to do in a library of this layout. About 3,000 records a second."""
    table = store.records
    names = table.schema.names
    if TERMS in names:
        return
    if MAKING not in names:
        retrying(lambda: table.add_columns(pa.field(MAKING, pa.string())))
    missing = f"{MAKING} IS NULL"
    while rows := store.select(missing, ["id", TEXT, "record"], limit=IN_ONE_GO):
        made = {
            "id": [row["id"] for row in rows],
            MAKING: [searched_terms(row[TEXT], unpack(row["record"]).authors) for row in rows],
        }
        filled = pa.table(made, schema=pa.schema([("id", pa.string()), (MAKING, pa.string())]))
        retrying(lambda filled=filled: table.merge_insert("id").when_matched_update_all().execute(filled))  # type: ignore[misc]
    retrying(lambda: table.alter_columns({"path": MAKING, "rename": TERMS}))
    _tidy(store)


def _tidy(store: Store) -> None:
    """Without the index over the text and the terms of earlier editions."""
    table = store.records
    for index in table.list_indices():
        if index.columns[0] != TERMS and (index.columns == [TEXT] or _OUTDATED.fullmatch(index.columns[0])):
            table.drop_index(index.name)
    old = [name for name in table.schema.names if _OUTDATED.fullmatch(name) and name != TERMS]
    if old:
        table.drop_columns(old)
