"""A library made with an older edition of the starter gets the new one, once, and the user's records are untouched."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from click.testing import CliRunner

from probatum import pipeline
from probatum.acquire import starter
from probatum.acquire.library import Library, editions
from probatum.cli import main
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection


def _own(identifier: str = "pmid:1") -> Record:
    """A record of the user's."""
    return Record.build(
        id=identifier,
        identifiers=(Identifier(*identifier.split(":", 1)),),
        kind=RecordKind.ARTICLE,
        title="Gargling with tea",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, "Gargling with tea did nothing in 40 people."),),
        format="pubmed",
    )


def _renamed(record: Record, identifier: str) -> Record:
    made = msgspec.structs.replace(record, id=identifier, identifiers=(Identifier(*identifier.split(":", 1)),))
    return Record.build(**{f: getattr(made, f) for f in Record.__struct_fields__ if f not in ("version", "schema")})


@pytest.fixture
def older(tmp_path: Path) -> str:
    return _older(tmp_path / "library")


def _older(place: Path) -> str:
    """Ten starter records, one that is there no longer, one whose document the user added, and the user's own."""
    first = [record for record in starter.records() if record.id.startswith("pmid:")][:10]
    library = Library.open(place, create=True)
    library.add([*first, _renamed(first[0], "pmid:99999999"), _own(), _own(first[3].id)])
    return str(place)


class Brought(NamedTuple):
    """Such a library once it was opened, what was told, and the user's records before."""

    library: Library
    told: list[str]
    before: dict[str, Record]


@pytest.fixture(scope="module")
def brought(tmp_path_factory: pytest.TempPathFactory) -> Brought:
    place, told = _older(tmp_path_factory.mktemp("older") / "library"), list[str]()
    before = {record.id: record for record in Library.open(place) if record.format != "starter"}
    return Brought(pipeline.open_library(place, told.append), told, before)


def test_it_is_brought_up_to_date_once_and_told_in_one_line(brought: Brought) -> None:
    library, told, _ = brought
    older = library.location
    names = {record.id for record in library}
    assert {record.id for record in starter.records()} <= names
    assert "pmid:99999999" not in names
    assert len(told) == 1 and "\n" not in told[0] and "1 withdrawn" in told[0]
    assert editions.held(older, "starter") == starter.EDITION
    pipeline.open_library(older, told.append)
    assert len(told) == 1


def test_records_of_the_user_are_untouched(brought: Brought) -> None:
    library, _, before = brought
    assert {record.id: record for record in library if record.format != "starter"} == before
    assert library.check().sound


def test_it_can_be_refused(older: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROBATUM_STARTER", "off")
    told: list[str] = []
    before = Library.open(older).library_version
    assert pipeline.open_library(older, told.append).library_version == before
    assert told == []


def test_a_library_without_starter_records_stays_without(tmp_path: Path) -> None:
    place = tmp_path / "library"
    Library.open(place, create=True).add([_own()])
    assert len(pipeline.open_library(str(place))) == 1
    assert editions.held(str(place), "starter") == ""


def test_a_new_library_knows_its_edition(starter_place: Path) -> None:
    assert editions.held(str(starter_place), "starter") == starter.EDITION


def test_what_the_user_removed_does_not_come_back(starter_copy: Path) -> None:
    place = str(starter_copy)
    gone = starter.records()[0].id
    pipeline.open_library(place).remove(gone)
    assert pipeline.open_library(place).get(gone) is None


def test_adding_files_brings_it_up_to_date_too(older: str, tmp_path: Path) -> None:
    paper = tmp_path / "paper.ris"
    paper.write_text("TY  - JOUR\nTI  - Warm socks\nAB  - Warm socks pleased 12 people.\nER  - \n", encoding="utf-8")
    made = CliRunner().invoke(main, ["library", "add", str(paper), "--library", older])
    assert made.exit_code == 0, made.output
    assert "brought up to date" in made.output
    assert editions.held(older, "starter") == starter.EDITION
