"""A user's own terms come before the shipped ones, are said, and hostile files are refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from probatum import vocabulary
from probatum.ask import read
from probatum.cli import main
from probatum.errors import ProbatumError
from probatum.vocabulary import users

ROWS = [
    {"name": "acetaminophen", "synonyms": "Pinkomol|WPC", "kind": "drug"},
    {"name": "Hillside protocol", "synonyms": "HSPR", "kind": "procedure", "broader": "physical therapy modalities"},
]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(users.VARIABLE, str(tmp_path / "kept"))
    return tmp_path


def written(path: Path) -> Path:
    fields = ("name", "synonyms", "kind", "broader", "note")
    parted = {".tsv": "\t", ".csv": ","}.get(path.suffix)
    if parted:
        lines = [parted.join(fields), *(parted.join(row.get(f, "") for f in fields) for row in ROWS)]
        path.write_text("\n".join(lines), "utf-8")
    else:
        path.write_text(json.dumps([{**row, "synonyms": row["synonyms"].split("|")} for row in ROWS]), "utf-8")
    return path


@pytest.mark.parametrize("suffix", users.FORMS)
def test_all_forms_say_the_same(place: Path, suffix: str) -> None:
    kept = users.add(written(place / f"ward 7{suffix}"))
    assert kept.name == "ward-7"
    assert [entry.synonyms for entry in kept.entries] == [("Pinkomol", "WPC"), ("HSPR",)]
    assert users.all_kept() == (kept,)


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("Is Pinkomol safe in pregnancy?", "Is acetaminophen safe in pregnancy?"),
        ("Is Pinkomool safe in pregnancy?", "Is acetaminophen safe in pregnancy?"),
        ("Does WPC help fever?", "Does acetaminophen help fever?"),
        ("Does HSPR help back pain?", "Does Hillside protocol help back pain?"),
    ],
)
def test_own_names_are_read_and_said(place: Path, typed: str, read_as: str) -> None:
    users.add(written(place / "ward.tsv"))
    question = read(typed, vocabulary=vocabulary.current())
    assert question.read == read_as
    assert any(a.why == "in your vocabulary ward" for a in question.assumptions)


def test_the_shipped_names_of_an_own_term_stay(place: Path) -> None:
    users.add(written(place / "ward.tsv"))
    mine = vocabulary.current()
    term = mine.lookup("Pinkomol")[0]
    assert term.id == vocabulary.load().lookup("acetaminophen")[0].id
    assert "paracetamol" in [name.lower() for name in term.synonyms]
    assert mine.base_of("Pinkomol") == ("acetaminophen",)
    assert mine.version != vocabulary.load().version


def test_without_own_terms_it_is_the_shipped_one() -> None:
    assert vocabulary.current() is vocabulary.load()


def test_conflicts_are_said_and_vocabularies_removed(place: Path) -> None:
    path = place / "short.tsv"
    path.write_text("name\tsynonyms\nmultiple system atrophy\tMS", "utf-8")
    run = CliRunner().invoke
    assert "shipped meaning of MS: multiple sclerosis" in run(main, ["vocabulary", "add", str(path)]).output
    assert "short: 1 terms" in run(main, ["vocabulary", "list"]).output
    assert run(main, ["vocabulary", "remove", "short"]).exit_code == 0
    gone = run(main, ["vocabulary", "remove", "short"])
    assert gone.exit_code == 1
    assert "P409" in gone.output


HOSTILE = [
    ("a.exe", b"name\nx", "does not end"),
    ("a.tsv", b"", "no terms"),
    ("a.tsv", b"name\n\x00bad", "control"),
    ("a.tsv", b"name\n" + b"x" * 500, "too long"),
    ("a.csv", b"\xff\xfe\x00", "utf-8"),
    ("a.json", b"[" * 100_000, ""),
    ("a.json", b'{"name": "x"}', "no list"),
    ("a.json", b'[{"name": ["a", "b"]}]', "no name of its own"),
    ("a.yaml", b"- &a {name: x}\n- *a\n", "anchors"),
    ("a.yaml", b"- name: [", "no YAML"),
    ("a.yaml", b"!!python/object/apply:os.system ['true']", "no YAML"),
    ("a.tsv", b"name\tkind\nx\tplanet", "kind"),
    ("a.tsv", b"name\n" + b"x\n" * 20_001, "more than"),
    ("a.json", json.dumps([{"name": "x", "synonyms": [f"n{i}" for i in range(500)]}]).encode(), "more than"),
]


@pytest.mark.parametrize(("name", "content", "says"), HOSTILE)
def test_what_is_no_vocabulary_is_refused(place: Path, name: str, content: bytes, says: str) -> None:
    path = place / name
    path.write_bytes(content)
    with pytest.raises(ProbatumError, match=f"P407.*{says}"):
        users.add(path)
    assert users.all_kept() == ()


def test_a_file_that_is_not_there_is_named(place: Path) -> None:
    with pytest.raises(ProbatumError, match=r"P407.*none\.tsv"):
        users.add(place / "none.tsv")
