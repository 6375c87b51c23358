"""Editions: which edition of a shipped set of records a library was given, so that a newer one is known from it."""

from __future__ import annotations

from typing import Final

import pyarrow as pa

from probatum.acquire.library.lock import writing
from probatum.acquire.library.query import literal
from probatum.acquire.library.shelf import Shelf
from probatum.acquire.library.store import connect

SCHEMA: Final = pa.schema(
    [pa.field("name", pa.string(), nullable=False), pa.field("edition", pa.string(), nullable=False)]
)


def held(location: str, name: str) -> str:
    """The edition of a set that the library was given; empty for none. Raises ProbatumError P306, P310."""
    found = Shelf(connect(location), "editions", SCHEMA, ()).select(f"name = {literal(name)}", ("edition",))
    return str(found[0]["edition"]) if found else ""


def note(location: str, name: str, edition: str) -> None:
    """Keep that the library was given this edition. Raises ProbatumError P303, P304 as every writing does."""
    with writing(location):
        Shelf(connect(location), "editions", SCHEMA, ()).put([{"name": name, "edition": edition}])
