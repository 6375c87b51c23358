"""A saved answer is held against the library of today: what moved, what it touches, whether the bottom line changes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from medicines import trial

from probatum.acquire.library import Library
from probatum.appraise.design import describe
from probatum.cli import main
from probatum.model import Link, LinkKind, MoveKind, Record, RecordStatus, Turn, WatchState
from probatum.model.wire import encode
from probatum.pipeline import answer, watch

QUESTION = "Does mexiletine help cramps in ALS?"
OLD = trial(
    9001,
    "Mexiletine for muscle cramps in amyotrophic lateral sclerosis: a randomised trial",
    "In this randomised double-blind trial 60 people with amyotrophic lateral sclerosis took mexiletine or placebo. "
    "Muscle cramps were fewer with mexiletine than with placebo (mean difference -2.1, 95% CI -3.0 to -1.2, p=0.001).",
)
NEW = trial(
    9002,
    "Mexiletine against placebo for muscle cramps in amyotrophic lateral sclerosis: a randomised trial of 400 people",
    "In this randomised double-blind trial 400 people with amyotrophic lateral sclerosis took mexiletine or placebo. "
    "Muscle cramps were fewer with mexiletine than with placebo (mean difference -0.9, 95% CI -1.4 to -0.4, p<0.001).",
)
OTHER = trial(
    9003, "Amoxicillin for sore throat: a randomised trial", "In this trial 80 children took amoxicillin or placebo."
)


RESULT = "-2.1, 95% CI -3.0 to -1.2, p=0.001"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = Library.open(tmp_path / "library", create=True)
    made.add([OLD], describe=describe)
    return made


def standing(status: RecordStatus, kind: LinkKind) -> Record:
    """OLD as its source gives it later."""
    links = (Link(kind, OLD.identifiers[0]),)
    fields = msgspec.structs.asdict(OLD) | {"status": status, "links": links, "origin": "later"}
    return Record.build(**fields)


def retold() -> Record:
    """OLD with another result in its abstract."""
    section = msgspec.structs.replace(
        OLD.sections[1], text=OLD.sections[1].text.replace(RESULT, "-0.4, 95% CI -1.5 to 0.7, p=0.48")
    )
    return Record.build(**(msgspec.structs.asdict(OLD) | {"sections": (OLD.sections[0], section)}))


Happens = Callable[[Library], object]


@pytest.mark.parametrize(
    ("happens", "state", "moves"),
    [
        (lambda lib: None, WatchState.UNCHANGED, []),
        (lambda lib: lib.add([OTHER], describe=describe), WatchState.STANDS, []),
        (
            lambda lib: lib.add([standing(RecordStatus.RETRACTED, LinkKind.RETRACTED_BY)], describe=describe),
            WatchState.CHANGES,
            [(MoveKind.STANDING, "now retracted")],
        ),
        (
            lambda lib: lib.add([standing(RecordStatus.CORRECTED, LinkKind.ERRATUM)], describe=describe),
            WatchState.TOUCHED,
            [(MoveKind.STANDING, "now corrected")],
        ),
        (
            lambda lib: lib.add([retold()], describe=describe),
            WatchState.CHANGES,
            [(MoveKind.TEXT, "now without all that was taken from it")],
        ),
        (lambda lib: lib.remove(OLD.id), WatchState.CHANGES, [(MoveKind.GONE, "now gone from the library")]),
    ],
    ids=["nothing", "another record", "retracted", "corrected", "other words", "removed"],
)
def test_what_moved_is_told(
    library: Library, happens: Happens, state: WatchState, moves: list[tuple[MoveKind, str]]
) -> None:
    made = answer(QUESTION, library=library)
    assert made.references
    happens(library)
    watched = watch(Turn(QUESTION, made), library=library)
    assert watched.state is state
    found = [(move.kind, move.why) for move in watched.moves]
    assert [kind for kind, _ in found] == [kind for kind, _ in moves]
    for (_, why), (_, expected) in zip(found, moves, strict=True):
        assert why.startswith(expected)
    assert (watched.answer is None) is (state in (WatchState.UNCHANGED, WatchState.STANDS))


def test_a_new_trial_is_told_with_what_it_adds(library: Library) -> None:
    made = answer(QUESTION, library=library)
    library.add([NEW], describe=describe)
    watched = watch(Turn(QUESTION, made), library=library)
    (move,) = watched.moves
    assert (move.kind, move.record) == (MoveKind.NEW, NEW.id)
    assert any("0.9" in text for _, text in move.touches)
    assert watched.answer is not None and watched.plan
    assert watched.state in (WatchState.TOUCHED, WatchState.CHANGES)
    bottom = {edit.section for edit in watched.edits}
    assert (watched.state is WatchState.CHANGES) == ("bottom_line" in bottom)


def test_the_touched_sentences_are_those_that_rest_on_it(library: Library) -> None:
    made = answer(QUESTION, library=library)
    library.add([retold()], describe=describe)
    (move,) = watch(Turn(QUESTION, made), library=library).moves
    said = {(s.id, t.text) for s in made.sections for t in s.statements}
    assert move.touches and set(move.touches) <= said
    assert any("2.1" in text for _, text in move.touches)


def test_the_same_library_gives_the_same(library: Library) -> None:
    made = answer(QUESTION, library=library)
    library.add([NEW], describe=describe)
    one, other = (watch(Turn(QUESTION, made), library=library, as_of="2026-01-01") for _ in range(2))
    assert encode(one) == encode(other)


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, list(arguments))
    return result.exit_code, result.output


def test_a_file_is_held_and_taken_over(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROBATUM_STATE", str(tmp_path / "state"))
    place, file = str(library.location), tmp_path / "answer.json"
    assert run("ask", QUESTION, "--library", place, "--format", "json", "--output", str(file))[0] == 0
    assert run("watch", str(file), "--library", place)[0] == 0
    Library.open(place).add([NEW], describe=describe)
    code, told = run("watch", str(file), "--library", place)
    assert code == 1
    assert "new: pmid:9002" in told and "1 touched" in told
    assert re.search(r"^  \+ .*0\.9", told, re.M)
    code, _ = run("watch", str(file), "--library", place, "--update")
    assert code == 1
    assert "pmid:9002" in file.read_text()
    code, told = run("watch", str(file), "--library", place)
    assert code == 0 and "unchanged" in told


def test_what_stood_is_not_asked_again(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROBATUM_STATE", str(tmp_path / "state"))
    place = str(library.location)
    run("ask", QUESTION, "--library", place)
    Library.open(place).add([OTHER], describe=describe)
    assert "stands: " in run("watch", "--library", place)[1]
    assert "unchanged: " in run("watch", "--library", place)[1]


def test_conversations_are_watched_without_being_named(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROBATUM_STATE", str(tmp_path / "state"))
    place = str(library.location)
    run("ask", QUESTION, "--library", place)
    Library.open(place).add([NEW], describe=describe)
    code, told = run("watch", "--library", place, "--format", "json", "--update")
    (one,) = json.loads(told)
    assert code == 1 and one["moves"][0]["record"] == NEW.id
    assert run("watch", "--library", place)[0] == 0


@pytest.mark.parametrize("content", ["", "{}", "[1]", "\x00", '{"schema": 1}'])
def test_what_is_no_answer_is_not_checked(library: Library, tmp_path: Path, content: str) -> None:
    file = tmp_path / "other.json"
    file.write_text(content)
    code, told = run("watch", str(file), "--library", str(library.location))
    assert code == 2 and "P418" in told and "Not checked" in told
