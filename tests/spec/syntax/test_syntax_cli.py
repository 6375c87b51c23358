"""`probatum library search` with a search in PubMed's syntax."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from probatum.acquire.library import Library
from probatum.cli import main
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> str:
    where = tmp_path_factory.mktemp("cli") / "library"
    records = (
        Record.build(
            id=f"pmid:{number}",
            identifiers=(Identifier("pmid", str(number)),),
            kind=RecordKind.ARTICLE,
            title=title,
            sections=(SourceSection("title", SectionKind.TITLE, title),),
            year=year,
            date=str(year),
        )
        for number, title, year in ((1, "Quinine for cramps", 2010), (2, "Magnesium for cramps", 2020))
    )
    Library.open(where, create=True).add(records)
    return str(where)


def test_a_search_in_syntax_is_understood_and_said(place):
    run = CliRunner().invoke(main, ["library", "search", "cramp* NOT quinine[ti]", "--library", place])
    assert run.exit_code == 0
    assert "Magnesium for cramps" in run.stdout
    assert "Quinine for cramps" not in run.stdout
    assert "Read as: (cramp* NOT quinine[ti])" in run.stderr


def test_plain_takes_the_same_text_as_words(place):
    run = CliRunner().invoke(main, ["library", "search", "cramps NOT quinine", "--plain", "--library", place])
    assert "Quinine for cramps" in run.stdout


def test_records_after_a_day_are_left_out(place):
    run = CliRunner().invoke(main, ["library", "search", "cramps", "--as-of", "2015-01", "--library", place])
    assert "Quinine" in run.stdout
    assert "Magnesium" not in run.stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [(["cramps[colour] AND x[ti]"], "P331"), (["(a[ti]"], "P330"), (["a", "--as-of", "soon"], "P308")],
)
def test_a_faulty_search_ends_with_its_code(place, words, code):
    run = CliRunner().invoke(main, ["library", "search", *words, "--library", place])
    assert run.exit_code == 2
    assert code in run.stderr
