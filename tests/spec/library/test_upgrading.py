"""A library that an earlier version made: it is searched as it is, and the next `add` brings it up to date."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import lancedb
import pytest
from click.testing import CliRunner
from lancedb.index import FTS

from probatum.acquire.library import AddSummary, Library, upgrading
from probatum.acquire.library.query import EARLIER, TERMS, TEXT
from probatum.cli import main
from probatum.model import Record

Make = Callable[..., Record]


@pytest.fixture
def earlier(tmp_path: Path, make: Make) -> Path:
    """A library without terms, whose index is over the text, as version 0.1 made it."""
    place = tmp_path / "library"
    Library.open(place, create=True).add([make(n, f"Zolvit eased cramps in {n} women.") for n in range(1, 31)])
    table = lancedb.connect(place).open_table("records")
    table.drop_columns([TERMS])
    table.create_index(TEXT, config=FTS(language="English", stem=True, remove_stop_words=True, ascii_folding=True))
    return place


def test_an_earlier_library_is_searched_as_it_is(earlier: Path) -> None:
    library = Library.open(earlier)
    assert library.info().earlier_layout
    assert len(library.search("Does zolvit ease a cramp?", limit=50)) == 30
    assert library.count(["zolvit"]) == 30
    assert library.frequency("cramp") == 30
    assert library.has_term("zolvit")
    assert library.check().sound


def test_the_next_add_brings_it_up_to_date_and_loses_nothing(earlier: Path, make: Make) -> None:
    before = {record.id: record for record in Library.open(earlier)}
    version = Library.open(earlier).library_version
    assert Library.open(earlier).add([make(1, "Zolvit eased cramps in 1 women.")]) == AddSummary(unchanged=1)
    library = Library.open(earlier)
    assert {record.id: record for record in library} == before
    assert library.library_version == version
    assert not library.info().earlier_layout
    assert library.info().unindexed == 0
    assert library.check().sound
    assert len(library.search("zolvit-eased cramping", limit=50)) == 30
    library.add([make(99, "IL2 rose.")])
    assert library.search("IL-2")[0].record.id == "pmid:99"


def test_removing_brings_it_up_to_date_too(earlier: Path) -> None:
    assert Library.open(earlier).remove("pmid:7")
    library = Library.open(earlier)
    assert not library.info().earlier_layout
    assert len(library.search("zolvit", limit=50)) == 29


def test_an_upgrade_that_was_broken_off_is_gone_on_with(
    earlier: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrading, "IN_ONE_GO", 10)
    real, calls = upgrading.searched_terms, iter(range(1_000))

    def failing(text: str, authors: tuple[str, ...]) -> str:
        if next(calls) == 15:
            raise KeyboardInterrupt
        return real(text, authors)

    monkeypatch.setattr(upgrading, "searched_terms", failing)
    with pytest.raises(KeyboardInterrupt):
        Library.open(earlier).add([make(50)])
    library = Library.open(earlier)
    assert library.info().earlier_layout
    assert len(library.search("zolvit", limit=50)) == 30
    assert Library.open(earlier).add([make(50)]) == AddSummary(added=1)
    assert not Library.open(earlier).info().earlier_layout
    assert Library.open(earlier).check().sound


def test_a_reader_follows_while_another_brings_it_up_to_date(earlier: Path, make: Make) -> None:
    reader = Library.open(earlier)
    assert len(reader.search("zolvit", limit=50)) == 30
    Library.open(earlier).add([make(50, "Zolvit again.")])
    assert len(Library.open(earlier).search("zolvit", limit=50)) == 31
    assert len(reader.search("zolvit", limit=50)) in (30, 31)


def test_info_says_so(earlier: Path, make: Make) -> None:
    said = CliRunner().invoke(main, ["library", "info", "--library", str(earlier)]).output
    assert "earlier version of Probatum" in said
    Library.open(earlier).add([make(50)])
    said = CliRunner().invoke(main, ["library", "info", "--library", str(earlier)]).output
    assert "earlier version of Probatum" not in said


def test_terms_of_an_earlier_edition_are_searched_until_the_next_add(tmp_path: Path, make: Make) -> None:
    place = tmp_path / "library"
    Library.open(place, create=True).add([make(n, f"Zolvit eased cramps in {n} women.") for n in range(1, 31)])
    table = lancedb.connect(place).open_table("records")
    table.alter_columns({"path": TERMS, "rename": EARLIER[0]})
    library = Library.open(place)
    assert library.info().earlier_layout
    assert len(library.search("Does zolvit ease a cramp?", limit=50)) == 30
    assert Library.open(place).add([make(1, "Zolvit eased cramps in 1 women.")]) == AddSummary(unchanged=1)
    library = Library.open(place)
    assert not library.info().earlier_layout
    assert len(library.search("zolvit-eased cramping", limit=50)) == 30
    assert EARLIER[0] not in lancedb.connect(place).open_table("records").schema.names
    assert library.check().sound
