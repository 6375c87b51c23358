"""Icon arrays: as many filled as the sentence says, of the same hundred on both sides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from probatum.publish.plots.icons import icons

SVG = "{http://www.w3.org/2000/svg}"


def told(one: int, two: int, of: str = "100") -> str:
    return f"Relapse: about {one} of every {of} people with <b> zerafine, and about {two} of every {of} with placebo."


@given(st.integers(0, 100), st.integers(0, 100))
def test_so_many_are_filled_as_the_sentence_says(one: int, two: int) -> None:
    root = etree.fromstring(icons(told(one, two)).encode())
    filled = [node.get("fill") == "currentColor" for node in root.iter(f"{SVG}circle")]
    assert len(filled) == 200
    assert filled[:100] == [True] * one + [False] * (100 - one)
    assert filled[100:] == [True] * two + [False] * (100 - two)


def test_each_array_has_its_words_and_the_picture_its_sentence() -> None:
    root = etree.fromstring(icons(told(12, 24)).encode())
    said = ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]
    assert said == ["With <b> zerafine: 12 of 100", "With placebo: 24 of 100", "● Relapse ○ not"]
    assert root.findtext(f"{SVG}desc") == told(12, 24)
    assert root.get("role") == "img"


@pytest.mark.parametrize(
    "sentence",
    ["", "Relapse was rare.", told(2, 5, "1,000"), told(101, 5), "about 3 of every 100 people with zerafine."],
)
def test_nothing_is_drawn_of_another_sentence(sentence: str) -> None:
    assert icons(sentence) == ""
