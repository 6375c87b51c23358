"""`probatum library embed` and what `library info` says of vectors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from probatum.acquire.library import Library
from probatum.cli.library import library as commands
from probatum.errors import ProbatumError
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection


@pytest.fixture
def place(tmp_path: Path) -> str:
    opened = Library.open(tmp_path / "library", create=True)
    opened.add(
        Record.build(
            id=f"pmid:{number}",
            identifiers=(Identifier("pmid", str(number)),),
            kind=RecordKind.ARTICLE,
            title=f"Cramps {number}",
            sections=(SourceSection("title", SectionKind.TITLE, f"Cramps {number}"),),
            format="test",
        )
        for number in (1, 2)
    )
    return opened.location


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(commands, list(arguments))
    return done.exit_code, done.output


def test_embed_says_what_it_made_and_what_was_there(place: str, tiny: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def find(model: str) -> Any:
        asked.append(model)
        return tiny

    monkeypatch.setattr("probatum.acquire.vectors.find", find)
    assert "made 2, kept 0, removed 0. Encoder: tiny" in run("embed", "--library", place)[1]
    code, told = run("embed", "--library", place, "--json")
    assert code == 0
    assert {k: v for k, v in json.loads(told).items() if k != "library"} == {
        "encoder": "tiny", "made": 0, "kept": 2, "removed": 0, "missing": 0, "interrupted": False,
    }  # fmt: skip
    assert asked == ["minilm", "tiny"]
    assert "Vectors: tiny\n" in run("info", "--library", place)[1]


def test_info_says_how_many_records_lack_vectors(place: str, tiny: Any) -> None:
    opened = Library.open(place)
    opened.embed(tiny)
    opened.add(
        [
            Record.build(
                id="pmid:3",
                identifiers=(Identifier("pmid", "3"),),
                kind=RecordKind.ARTICLE,
                title="Later",
                sections=(SourceSection("title", SectionKind.TITLE, "Later"),),
                format="test",
            )
        ]
    )
    assert "Vectors: tiny, 1 records have none yet: library embed" in run("info", "--library", place)[1]


@pytest.mark.parametrize(("code", "exit_code"), [("P361", 2), ("P360", 1)])
def test_what_cannot_be_found_is_told_without_a_traceback(
    place: str, monkeypatch: pytest.MonkeyPatch, code: str, exit_code: int
) -> None:
    def find(model: str) -> Any:
        raise ProbatumError(code, model=model, known="minilm", missing="onnxruntime")

    monkeypatch.setattr("probatum.acquire.vectors.find", find)
    found, told = run("embed", "--library", place, "--model", "nope")
    assert found == exit_code and f"Error: {code}" in told
