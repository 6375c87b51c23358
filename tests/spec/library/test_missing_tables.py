"""A table that a library does not have is not asked for from the engine, and is seen once another process makes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from probatum.acquire.library.engine import engine, opened
from probatum.acquire.library.shelf import Shelf

SCHEMA = pa.schema([pa.field("id", pa.string())])


class Asked:
    """A connection that counts how often a table is opened."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self.times = 0

    def open_table(self, name: str) -> Any:
        self.times += 1
        raise ValueError(f"Table '{name}' was not found")


PLACES = [
    # where, how often the engine is asked for a table that is not there
    ("", 0),
    ("s3://bucket/library", 1),
]


@pytest.mark.parametrize(("uri", "times"), PLACES)
def test_a_folder_is_looked_into_and_an_object_store_is_asked(tmp_path: Path, uri: str, times: int) -> None:
    connection = Asked(uri or str(tmp_path))
    assert opened(connection, "readings") is None
    assert connection.times == times


def test_a_table_that_cannot_be_read_is_not_taken_for_none(tmp_path: Path) -> None:
    (tmp_path / "readings.lance").mkdir()

    class Broken(Asked):
        def open_table(self, name: str) -> Any:
            raise RuntimeError("disk error")

    with pytest.raises(RuntimeError, match="disk error"):
        opened(Broken(str(tmp_path)), "readings")


def test_a_table_made_meanwhile_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("probatum.acquire.library.shelf.ASKED_AGAIN", -1.0)
    shelf = Shelf(engine().connect(str(tmp_path)), "readings", SCHEMA, ())
    assert shelf.table is None
    Shelf(engine().connect(str(tmp_path)), "readings", SCHEMA, ()).append([{"id": "pmid:1"}])
    assert shelf.count() == 1
