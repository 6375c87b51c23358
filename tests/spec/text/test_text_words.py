"""Content words and stems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.text import words


def test_content() -> None:
    assert words.content("What is the role of zerafine in night cramps?") == ("zerafine", "night", "cramps")
    assert words.content("not without Crohn's disease") == ("not", "without", "crohn", "disease")


SAME = ["cramp cramps", "reduce reduced reduces reducing", "dose doses dosing", "study studies", "analysis analyses",
        "stop stopped stopping stops", "improve improved improving", "woman women",
        "child children", "control controlled",
        "fall falls falling fell", "bleed bleeding", "rate rates rated"]  # fmt: skip
APART = [
    "diabetes diabetic",
    "rat rate",
    "organ organic",
    "lens len",
    "virus viral",
    "sepsis sep",
    "herpes herp",
    "pass pas",
    "species specie",
]


@pytest.mark.parametrize("group", SAME)
def test_forms_of_one_word_meet(group: str) -> None:
    assert len({words.stem(w) for w in group.split()}) == 1


@pytest.mark.parametrize("group", APART)
def test_distinct_words_stay_apart(group: str) -> None:
    left, right = group.split()
    assert words.stem(left) != words.stem(right)


@given(st.from_regex(r"[a-z]{1,15}", fullmatch=True))
def test_a_stem_is_never_empty(word: str) -> None:
    assert words.stem(word)
