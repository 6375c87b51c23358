"""`probatum library` as people call it: summaries, exit codes, JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from probatum.cli.library import library
from probatum.cli.search import read_years
from probatum.errors import ProbatumError

NBIB = """PMID- {number}
TI  - Zinc for {complaint} in adults: a randomized controlled trial.
AB  - We randomized 40 adults to zinc or placebo. Days with {complaint} fell from 9 to 7 (p = 0.03).
PT  - Randomized Controlled Trial
DP  - 2015
"""


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "library")


def call(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(library, list(arguments), input=given)


def files(folder: Path) -> str:
    folder.mkdir()
    for number, complaint in ((11, "colds"), (12, "coughs")):
        (folder / f"{number}.nbib").write_text(NBIB.format(number=number, complaint=complaint))
    return str(folder)


def test_add_twice_and_search(tmp_path: Path, place: str) -> None:
    folder = files(tmp_path / "in")
    first = call("add", folder, "--library", place)
    assert first.exit_code == 0, first.output
    assert "added 2, updated 0, unchanged 0, deleted 0, refused 0" in first.output
    again = call("add", folder, "--library", place, "--json")
    told = json.loads(again.stdout)
    assert (told["added"], told["unchanged"], told["refused"], told["library"]) == (0, 2, [], place)
    found = json.loads(call("search", "zinc", "coughs", "--library", place, "--json").stdout)
    assert found[0]["id"] == "pmid:12"
    assert "pmid:12" in call("search", "zinc", "coughs", "--library", place, "--kind", "trial report").output
    assert "Nothing found" in call("search", "zinc", "--library", place, "--year", "2016-").output


def test_a_refused_file_is_named_and_the_rest_is_read(tmp_path: Path, place: str) -> None:
    folder = files(tmp_path / "in")
    (Path(folder) / "broken.xml.gz").write_bytes(b"\x1f\x8b\x08\x00broken")
    done = call("add", folder, "--library", place)
    assert done.exit_code == 1
    assert "added 2" in done.output
    assert "refused 1" in done.output
    assert "broken.xml.gz" in done.output


def test_standard_input(place: str) -> None:
    done = call("add", "-", "--library", place, given=NBIB.format(number=5, complaint="hiccups"))
    assert done.exit_code == 0, done.output
    assert "added 1" in done.output


def test_info_show_remove_check(tmp_path: Path, place: str) -> None:
    call("add", files(tmp_path / "in"), "--library", place)
    info = json.loads(call("info", "--library", place, "--json").stdout)
    assert (info["records"], info["kinds"]) == (2, {"trial report": 2})
    assert "2 records" in call("info", "--library", place).output
    shown = call("show", "PMID: 11", "--library", place)
    assert "Days with colds fell from 9 to 7" in shown.output
    version = json.loads(call("show", "pmid:11", "--library", place, "--json").stdout)["version"]
    assert "removed 1" in call("remove", "pmid:11", "--library", place).output
    assert call("show", "pmid:11", "--library", place).exit_code == 1
    assert call("show", "pmid:11", "--version", version, "--library", place).exit_code == 0
    assert call("remove", "pmid:11", "--library", place).exit_code == 1
    assert "all sound" in call("check", "--library", place).output
    assert json.loads(call("check", "--library", place, "--json").stdout)["sound"]


def test_no_escape_sequence_of_a_source_reaches_the_terminal(place: str) -> None:
    call("add", "-", "--library", place, given=NBIB.format(number=6, complaint="red \x9b31m \u202ehiccups"))
    told = call("search", "hiccups", "--library", place).output + call("show", "pmid:6", "--library", place).output
    assert "hiccups" in told
    assert not {"\x9b", "\x1b", "\u202e"} & set(told)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("info",), 1, "P302"),
        (("add",), 2, "PATH"),
        (("search", "x", "--kind", "poem"), 2, "poem"),
        (("search", "x", "--year", "soon"), 2, "P309"),
        (("search", "x", "--year", "2020-2015"), 2, "P309"),
    ],
)
def test_what_goes_wrong_is_said(place: str, arguments: tuple[str, ...], code: int, says: str) -> None:
    call("add", "-", "--library", place, given=NBIB.format(number=5, complaint="hiccups")) if says == "P309" else None
    done = call(*arguments, "--library", place)
    assert done.exit_code == code, done.output
    assert says in done.output


@pytest.mark.parametrize(
    ("text", "years"),
    [("2015", (2015, 2015)), ("2015-2020", (2015, 2020)), ("2015-", (2015, None)), ("-2020", (None, 2020))],
)
def test_years(text: str, years: tuple[int | None, int | None]) -> None:
    assert read_years(text) == years


@pytest.mark.parametrize("text", ["", "-", "15", "2015 2020", "20155", "2015--2020"])
def test_no_years(text: str) -> None:
    with pytest.raises(ProbatumError, match="P309"):
        read_years(text)


def test_explain_shows_words_parts_that_make_the_score_and_the_passage(tmp_path: Path, place: str) -> None:
    call("add", files(tmp_path / "in"), "--library", place)
    found = json.loads(call("search", "zinc for coughs", "--explain", "--json", "--library", place).stdout)
    assert len(found) == 2
    for hit in found:
        assert sum(part["score"] for part in hit["parts"]) == pytest.approx(hit["score"], abs=0.01)
        assert hit["design"] == "randomised trial"
    assert found[0]["passage"]["section"] == "abstract"
    told = call("search", "zinc for coughs", "--explain", "--library", place).output
    assert "heart attack: also looked for as" in call("search", "heart attack", "--library", place).output
    assert "also looked for" not in call("search", "heart attack", "--exact", "--library", place).output
    assert "Looked for" in told
    assert "Days with coughs fell from 9 to 7" in told or "We randomized 40 adults to zinc" in told
