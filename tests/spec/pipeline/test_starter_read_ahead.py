"""The command line reads the starter records once, behind its first answer, and no answer ever fails over it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from probatum import appraise, pipeline
from probatum.acquire import starter
from probatum.acquire.library import Library, editions
from probatum.acquire.library.lock import writing
from probatum.appraise import keeping
from probatum.cli import main
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection
from probatum.pipeline import starting

OWN = Record.build(
    id="pmid:1",
    identifiers=(Identifier("pmid", "1"),),
    kind=RecordKind.ARTICLE,
    title="Gargling with tea",
    sections=(SourceSection("abstract", SectionKind.ABSTRACT, "Gargling with tea did nothing in 40 people."),),
    format="pubmed",
)
FEW = 6


@pytest.fixture(autouse=True)
def ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PROBATUM_AHEAD", raising=False)


@pytest.fixture
def few(tmp_path: Path) -> Library:
    """A library with some starter records, said to be of this edition, and one of the user's."""
    library = Library.open(tmp_path / "library", create=True)
    library.add([*list(starter.records())[:FEW], OWN])
    editions.note(library.location, "starter", starter.EDITION)
    return library


def test_the_starter_records_are_read_once_and_it_is_told_in_one_line(few: Library) -> None:
    told: list[str] = []
    assert pipeline.read_starter_ahead(few, told.append) == FEW
    assert len(told) == 1 and "\n" not in told[0]
    assert pipeline.read_starter_ahead(few, told.append) == 0
    assert len(told) == 1


def test_records_of_the_user_are_not_read(few: Library) -> None:
    pipeline.read_starter_ahead(few)
    assert OWN.id not in few.readings.of([OWN], keeping.reader())


def test_they_are_read_again_by_other_rules_and_for_another_edition(
    few: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.read_starter_ahead(few)
    monkeypatch.setattr(keeping, "reader", lambda: "rules of another day")
    assert pipeline.read_starter_ahead(few) == FEW
    assert pipeline.read_starter_ahead(few) == 0


@pytest.mark.parametrize("variable", ["PROBATUM_AHEAD", "PROBATUM_STARTER"])
def test_it_can_be_refused(few: Library, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    monkeypatch.setenv(variable, "off")
    assert pipeline.read_starter_ahead(few) == 0 and not few.readings


def test_a_library_without_starter_records_is_left_alone(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "own", create=True)
    library.add([OWN])
    assert pipeline.read_starter_ahead(library) == 0 and not library.readings


def test_while_another_writes_nothing_is_read_nor_told(few: Library) -> None:
    told: list[str] = []
    with writing(few.location):
        assert pipeline.read_starter_ahead(few, told.append) == 0
    assert not told and not few.readings
    assert pipeline.read_starter_ahead(few) == FEW


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_where_nothing_can_be_written_nothing_is_read_nor_told(few: Library) -> None:
    told: list[str] = []
    lock = Path(few.location, "writer.lock")
    lock.chmod(0o400)
    assert pipeline.read_starter_ahead(few, told.append) == 0
    assert not told


def test_a_glance_takes_the_outline_that_was_kept(few: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    question = "does colchicine help in pericarditis"
    before = pipeline.answer(question, library=few, as_of="2026-01-01")
    pipeline.read_starter_ahead(few)
    appraise._outline.cache_clear()
    appraise._reading.cache_clear()
    monkeypatch.setattr("probatum.appraise.study.outline", lambda _: pytest.fail("read again"))
    assert pipeline.answer(question, library=few, as_of="2026-01-01") == before


def test_the_command_line_reads_them_behind_the_answer(
    few: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROBATUM_STATE", str(tmp_path / "state"))
    called = ["ask", "--library", few.location, "does colchicine help in pericarditis"]
    first = CliRunner().invoke(main, called)
    assert first.exit_code == 0 and first.stderr.count("\n") == 1 and "ahead" in first.stderr
    assert first.output.rindex("ahead") > first.output.index("Bottom line")
    second = CliRunner().invoke(main, called)
    assert second.exit_code == 0 and not second.stderr


def test_breaking_it_off_costs_nothing(few: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setenv("PROBATUM_STATE", str(tmp_path / "state"))
    monkeypatch.setattr(starting, "read_ahead", broken)
    called = CliRunner().invoke(main, ["ask", "--library", few.location, "does colchicine help in pericarditis"])
    assert called.exit_code == 0 and "Bottom line" in called.output
