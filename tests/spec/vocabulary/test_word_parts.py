"""A technical word without an entry of its own is told by the parts it is built from, where they cover it."""

from __future__ import annotations

import pytest

from probatum.vocabulary import glossary, word_parts

BUILT = [
    ("perivascular", "from word parts: around + blood vessels"),
    ("hepatosplenomegaly", "from word parts: liver + spleen + too large"),
    ("nonvalvular", "from word parts: not + heart valves"),
    ("methyltransferase", "from word parts: a chemical group + enzyme that moves a chemical group"),
    ("unvaccinated", "from word parts: not + vaccinated"),
    ("glimbocyte", ""),  # its first part is none
    ("grandmother", ""),
]


@pytest.mark.parametrize(("word", "meaning"), BUILT)
def test_a_word_is_told_by_its_parts_or_not_at_all(word: str, meaning: str) -> None:
    assert word_parts.meaning(word) == meaning


ORDINARY = [
    ("analyzes", True),
    ("remodeling", True),
    ("behavioral", True),
    ("neighboring", True),
    ("glimbocyte", False),
]


@pytest.mark.parametrize(("word", "known"), ORDINARY)
def test_another_form_or_spelling_of_an_english_word_is_no_technical_one(word: str, known: bool) -> None:
    assert word_parts.ordinary(word) is known


FOUND = [
    ("Grown from Saccharomyces cerevisiae in a dish.", "cerevisiae", "part of the scientific name of a living thing"),
    ("the caspase in cells", "caspase", "an enzyme: a protein that speeds up a change in the body"),
]


@pytest.mark.parametrize(("text", "term", "meaning"), FOUND)
def test_the_place_or_the_ending_of_a_word_tells_its_sort(text: str, term: str, meaning: str) -> None:
    found = {f.entry.term: f.entry.meaning for f in glossary.find(text) if f.entry is not None}
    assert found[term] == meaning


def test_a_word_that_nothing_explains_is_noted_on_the_spot() -> None:
    text = "The glimbocyte and the plomboscyte were counted."
    words = glossary.unexplained(text)
    assert words == ("glimbocyte", "plomboscyte")
    assert glossary.unexplained(f"{text} {glossary.note(words)}") == ()
    assert glossary.unexplained(f"{text} {glossary.note(words[:1])}") == ("plomboscyte",)


def test_a_meaning_from_parts_holds_no_word_that_needs_one() -> None:
    lines = glossary.data("word_parts.tsv").splitlines()[1:]
    meanings = {line.split("\t")[2] for line in lines}
    assert [m for m in meanings if glossary.unexplained(m)] == []
