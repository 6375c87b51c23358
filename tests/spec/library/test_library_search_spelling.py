"""`library search` reads misspelt words as `ask` does, says so, and looks for what was typed with `--exact`."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from probatum.acquire.library import Library
from probatum.cli.library import library
from probatum.model import Record


@pytest.fixture
def place(empty: Library, make: Callable[..., Record]) -> str:
    empty.add([make(1, "Endoscopy in cirrhosis was safe."), make(2, "Zolvitamab in colds was safe.")])
    return empty.location


def call(place: str, *words: str) -> Result:
    return CliRunner().invoke(library, ["search", *words, "--library", place])


@pytest.mark.parametrize(
    ("typed", "told", "first"),
    [
        (("endoscpy", "in", "cirhossis"), "Did you mean: endoscopy in cirrhosis", "pmid:1"),
        (("safe", "cirrhosisendoscopy"), "Did you mean: safe cirrhosis endoscopy", "pmid:1"),
        (("Cirhossis",), "Did you mean: Cirrhosis", "pmid:1"),
        # a word that only the library has
        (("zolvitamb", "for", "colds"), "Did you mean: zolvitamab for colds", "pmid:2"),
    ],
)
def test_misspelt_words_are_searched_for_as_read(place: str, typed: tuple[str, ...], told: str, first: str) -> None:
    done = call(place, *typed)
    assert told in done.stderr
    assert "--exact" in done.stderr
    assert first in done.stdout.splitlines()[1]


@pytest.mark.parametrize("typed", ["endoscopy in cirrhosis", "zolvitamab", "cirhossis[tiab]", "IL-2 and TNF-alpha"])
def test_what_is_spelt_right_or_in_syntax_is_searched_for_as_typed(place: str, typed: str) -> None:
    assert "Did you mean" not in call(place, typed).output


@pytest.mark.parametrize(
    ("author", "typed"),
    [
        ("Cirhossi, Anna", "cirhossi endoscopy"),
        ("Endoscpy E", "Endoscpy cirrhosis"),
        ("van der Zölvitamb P", "zolvitamb colds"),
    ],
)
def test_the_name_of_an_author_is_no_misspelt_word(
    empty: Library, make: Callable[..., Record], author: str, typed: str
) -> None:
    empty.add([make(1, "Endoscopy in cirrhosis was safe."), make(2, "Zolvitamab in colds was safe.")])
    assert "Did you mean" in call(empty.location, typed).stderr
    empty.add([make(3, "Other things.", authors=(author,))])
    assert "Did you mean" not in call(empty.location, typed).stderr


def test_no_search_finds_a_record_by_the_mark_of_its_author(empty: Library, make: Callable[..., Record]) -> None:
    empty.add([make(1, "Other things.", authors=("Zolvitamb P",))])
    assert empty.has_author("Zolvitamb")
    assert not empty.has_author("P")
    assert not empty.has_author("things")
    assert not empty.search("zolvitamb @zolvitamb")
    assert empty.check().sound


def test_exact_searches_as_typed(place: str) -> None:
    done = call(place, "--exact", "cirhossis")
    assert "Did you mean" not in done.output
    assert "Nothing found" in done.output


def test_two_drugs_that_are_as_near_are_named_and_none_is_taken(place: str) -> None:
    done = call(place, "prednislone")
    assert "Did you mean by prednislone: " in done.stderr
    assert " or " in done.stderr
    assert "Searched as typed" in done.stderr


def test_json_stays_data(place: str) -> None:
    done = call(place, "cirhossis", "--json")
    assert json.loads(done.stdout)[0]["id"] == "pmid:1"
    assert "Did you mean: cirrhosis" in done.stderr
