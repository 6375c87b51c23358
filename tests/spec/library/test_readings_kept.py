"""What was read out of records is kept beside them; it counts for one version and one reader. Records are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from probatum import appraise, pipeline
from probatum.acquire.library import Library
from probatum.appraise import keeping
from probatum.cli.library import library
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection, wire
from probatum.pipeline.ahead import read_ahead

QUESTION = "Does zofenamol reduce falls in older people?"


FOUND = "Zofenamol reduced the rate of falls compared with placebo (rate ratio 0.50, 95% CI 0.30 to 0.83; p = 0.02)."


def record(number: int, found: str = FOUND) -> Record:
    text = f"Older people were randomised to zofenamol 5 mg or placebo in trial {number}. {found}"
    return Record.build(
        id=f"pmid:9100{number:04}",
        identifiers=(Identifier("pmid", f"9100{number:04}"),),
        kind=RecordKind.ARTICLE,
        title=f"Zofenamol for falls in older people: randomised trial {number}",
        sections=(
            SourceSection(
                "title", SectionKind.TITLE, f"Zofenamol for falls in older people: randomised trial {number}"
            ),
            SourceSection("abstract", SectionKind.ABSTRACT, text),
        ),
    )


@pytest.fixture
def filled(tmp_path: Path) -> Library:
    made = Library.open(tmp_path / "library", create=True)
    made.add([record(n) for n in range(5)])
    return made


def test_a_reading_comes_back_as_it_was() -> None:
    read = appraise.read(record(1))
    assert read.findings and keeping.unpack(keeping.pack(read), record(1)) == read


def test_a_packed_reading_holds_no_text_of_the_source() -> None:
    assert b"Older people were randomised" not in keeping.pack(appraise.read(record(1)))


@pytest.mark.parametrize("data", [b"", b"\x00", b"\x93\x01\x02\x03", b"\xc1", b"\x91" * 2000])
def test_bytes_that_are_no_reading_are_read_anew(data: bytes) -> None:
    assert keeping.unpack(data, record(1)) is None


def test_a_reading_of_a_longer_text_does_not_fit_a_shorter_one() -> None:
    held = keeping.pack(appraise.read(record(1)))
    assert keeping.unpack(held, record(1, "Short.")) is None


def test_everything_is_read_ahead_once(filled: Library) -> None:
    totals: list[int] = []
    assert not filled.readings
    assert read_ahead(filled, 1, totals.append) == 5 and totals == [5]
    assert read_ahead(filled, 1) == 0


def test_an_answer_is_the_same_with_and_without_readings(filled: Library) -> None:
    before = wire.encode(pipeline.answer(QUESTION, library=filled, as_of="2026-01-01"))
    read_ahead(filled, 1)
    assert wire.encode(pipeline.answer(QUESTION, library=filled, as_of="2026-01-01")) == before


def test_a_kept_reading_is_used(filled: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    read_ahead(filled, 1)
    monkeypatch.setattr(appraise, "read", lambda _: pytest.fail("read again"))
    assert pipeline.appraisal("pmid:91000001", library=filled).findings
    assert pipeline.evidence(QUESTION, library=filled, as_of="2026-01-01").appraisals


def test_a_reading_of_another_version_or_reader_counts_nothing(filled: Library) -> None:
    read_ahead(filled, 1)
    one, changed = record(1), record(1, "Nobody was counted.")
    assert set(filled.readings.of([one], keeping.reader())) == {one.id}
    assert filled.readings.of([changed], keeping.reader()) == {}
    assert filled.readings.of([one], "rules of another day") == {}


def test_a_changed_record_is_read_anew_and_its_reading_replaced(filled: Library) -> None:
    read_ahead(filled, 1)
    filled.add([record(1, "Nobody was counted.")])
    assert read_ahead(filled, 1) == 1
    assert read_ahead(filled, 1) == 0


def test_other_processes_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("probatum.pipeline.ahead.BATCH", 2)
    monkeypatch.setattr("probatum.pipeline.ahead.WORTH_PROCESSES", 4)
    made = Library.open(tmp_path / "many", create=True)
    made.add([record(n) for n in range(6)])
    assert read_ahead(made, 2) == 6
    one = record(3)
    held = made.readings.of([one], keeping.reader())[one.id]
    assert held == keeping.pack(appraise.read(one))


def test_the_command_reads_ahead_after_adding(tmp_path: Path) -> None:
    source = tmp_path / "cards.nbib"
    source.write_text("PMID- 91000099\nTI  - Zofenamol for falls: a randomised trial.\nAB  - 3 of 9 fell.\n\n")
    place = str(tmp_path / "new")
    done = CliRunner().invoke(
        library, ["add", str(source), "--library", place, "--workers", "1", "--appraise", "--json"]
    )
    assert done.exit_code == 0 and json.loads(done.stdout)["added"] == 1
    assert "Read ahead: 1 records." in done.stderr and Library.open(place).readings


def damaged(location: Path) -> int:
    """Cut every file of the readings short; how many there were."""
    files = list((location / "readings.lance" / "data").iterdir())
    for one in files:
        one.write_bytes(one.read_bytes()[:100])
    return len(files)


def test_a_damaged_table_stops_no_answer_is_said_and_is_made_anew(filled: Library) -> None:
    read_ahead(filled, 1)
    assert damaged(Path(filled.location))
    again = Library.open(filled.location)
    assert pipeline.answer(QUESTION, library=again, as_of="2026-11-29").section("bottom_line").statements
    assert any("read ahead cannot be read" in fault.what for fault in Library.open(filled.location).check().faults)
    assert read_ahead(Library.open(filled.location), 1) == 5
    assert Library.open(filled.location).check().faults == ()
    assert read_ahead(Library.open(filled.location), 1) == 0
