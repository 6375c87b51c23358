"""Conversations at the command line: kept, listed, shown, exported, deleted; nothing kept when the user says so."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from probatum.cli import main
from probatum.cli.store import VARIABLE


@pytest.fixture
def state(tmp_path: Path, starter_place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "state"
    monkeypatch.setenv(VARIABLE, str(place))
    monkeypatch.setenv("PROBATUM_LIBRARY", str(starter_place))
    return place


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_a_conversation_is_kept_followed_listed_exported_and_deleted(state: Path) -> None:
    assert "--continue" in run("ask", "Does mexiletine help cramps in ALS?").output
    followed = run("ask", "--continue", "last", "and in children?")
    assert followed.exit_code == 0
    assert "Understood as other patient" in followed.output and "keep:" in followed.output
    listed = run("sessions", "list").output
    assert "2 turns" in listed and "Does mexiletine help cramps in ALS?" in listed
    assert "other patient" in run("sessions", "show").output
    exported = json.loads(run("sessions", "export", "last").output)
    assert [turn["typed"] for turn in exported["turns"]] == ["Does mexiletine help cramps in ALS?", "and in children?"]
    if importlib.util.find_spec("typst"):
        file = state.parent / "answer.pdf"
        assert run("sessions", "export", "last", "--format", "pdf", "--output", str(file)).exit_code == 0
        assert file.read_bytes().startswith(b"%PDF-")
    assert run("sessions", "delete", listed.split()[0]).exit_code == 0
    assert run("sessions", "list").output == ""


def test_a_file_of_a_conversation_is_the_users_alone(state: Path) -> None:
    run("ask", "Does quinine help cramps in ALS?")
    (kept,) = (state / "conversations").glob("*.json")
    assert kept.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["last", "00000000", "../../etc/passwd"])
def test_an_unknown_conversation_is_named_with_those_there_are(state: Path, name: str) -> None:
    result = run("ask", "--continue", name, "and in children?")
    assert result.exit_code != 0 and "P412" in result.output


def test_a_damaged_file_is_named(state: Path) -> None:
    run("ask", "Does quinine help cramps in ALS?")
    (kept,) = (state / "conversations").glob("*.json")
    kept.write_text("{}", encoding="utf-8")
    result = run("sessions", "show")
    assert result.exit_code != 0 and "P413" in result.output


def test_nothing_is_kept_when_the_user_says_so(starter_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "off")
    monkeypatch.setenv("PROBATUM_LIBRARY", str(starter_place))
    assert "--continue" not in run("ask", "Does quinine help cramps in ALS?").output
    assert run("sessions", "list").output == ""
