"""What Crossref and OpenAlex say of the library's records, and what an answer makes of it."""

from __future__ import annotations

import json as plain_json
from pathlib import Path

import pytest
from click.testing import CliRunner
from service_replay import Answer, Replay, json

from probatum.acquire.library import Library
from probatum.cli import main
from probatum.model import Identifier, Record, RecordKind, RecordStatus, SectionKind, SourceSection


def paper(number: int) -> Record:
    title = f"Zorbinol for hiccups {number}"
    names = (Identifier("pmid", str(number)), Identifier("doi", f"10.5555/p{number}"))
    sections = (
        SourceSection("title", SectionKind.TITLE, title),
        SourceSection("abstract", SectionKind.ABSTRACT, "It helped."),
    )
    return Record.build(
        id=str(names[0]), identifiers=names, kind=RecordKind.ARTICLE, title=title, sections=sections, year=2020
    )


@pytest.fixture
def place(tmp_path: Path) -> str:
    library = Library.open(tmp_path / "library", create=True)
    library.add([paper(number) for number in range(1, 26)])
    return library.location


def crossref(replay: Replay, updates: dict[int, str]) -> None:
    works = [
        {
            "DOI": f"10.5555/p{n}",
            "updated-by": [{"DOI": f"10.5555/n{n}", "type": sort, "updated": {"date-parts": [[2021]]}}],
        }
        for n, sort in updates.items()
    ]
    replay.say["/crossref/works"] = lambda asked: json({"message": {"total-results": 1, "items": works}})


def test_what_crossref_says_lies_over_the_records(replay: Replay, place: str) -> None:
    crossref(replay, {3: "retraction", 4: "erratum", 5: "expression_of_concern"})
    done = CliRunner().invoke(main, ["library", "standing", "--library", place, "--from", "crossref"])
    assert done.exit_code == 0, done.output
    assert "Crossref: standing of 25 documents checked on" in done.output
    assert "3 records stand otherwise now" in done.output
    opened = Library.open(place)
    standing = {n: record.status for n in range(1, 7) if (record := opened.get(f"pmid:{n}"))}
    assert standing == {
        1: RecordStatus.CURRENT, 2: RecordStatus.CURRENT, 3: RecordStatus.RETRACTED, 4: RecordStatus.CORRECTED,
        5: RecordStatus.CONCERN, 6: RecordStatus.CURRENT,
    }  # fmt: skip


def test_a_service_that_fails_is_not_checked_and_the_other_is(replay: Replay, place: str) -> None:
    replay.say["/crossref/works"] = lambda asked: Answer(b"", 500)
    work = {"ids": {"doi": "https://doi.org/10.5555/p7"}, "is_retracted": True}
    replay.say["/openalex/works"] = lambda asked: json({"meta": {"count": 1}, "results": [work]})
    done = CliRunner().invoke(main, ["library", "standing", "--library", place, "--json"])
    assert done.exit_code == 1
    told = plain_json.loads(done.stdout)
    assert [service["failed"] for service in told["services"]] == ["its server answered HTTP 500", ""]
    assert told["changed"] == ["pmid:7"]


def test_a_dry_run_asks_nobody(replay: Replay, place: str) -> None:
    done = CliRunner().invoke(main, ["library", "standing", "--library", place, "--dry-run"])
    assert done.exit_code == 0
    assert "doi:10.5555/p" in done.output
    assert replay.asked == []
