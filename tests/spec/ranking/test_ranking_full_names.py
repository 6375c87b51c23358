"""What a text says by an abbreviation counts as said in words, and a question in words finds an abbreviation."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.acquire.ranking import units, written_out
from probatum.acquire.ranking.asking import LETTER, NUMBER, telling
from probatum.acquire.ranking.full_names import MOST_TIMES
from probatum.text.abbreviations import definitions

TEXTS = [
    # text, the text with names written out
    ("Sharp knee pain (SKP) hurts. SKP ends.", "Sharp knee pain (SKP) hurts. SKP Sharp knee pain ends."),
    ("Sharp knee pain (SKP). Two SKPs.", "Sharp knee pain (SKP). Two SKP Sharp knee pains."),
    (
        "Sharp knee pain (SKP). SKP, SKP, SKP.",
        "Sharp knee pain (SKP). SKP Sharp knee pain, SKP Sharp knee pain, SKP.",
    ),
    ("Sharp knee pain (SKP). ASKP and pre-SKP.", "Sharp knee pain (SKP). ASKP and pre-SKP."),
    ("SKP is not told.", "SKP is not told."),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_an_abbreviation_has_the_name_that_its_text_gives_it(text: str, expected: str) -> None:
    assert written_out(text) == expected


def by_one_expression(text: str) -> str:
    """The same, slowly: one expression looks for all abbreviations."""
    names: dict[str, str] = {}
    for short, name in definitions(text):
        names.setdefault(short, name)
    if not names:
        return text
    times: Counter[str] = Counter()

    def named(found: re.Match[str]) -> str:
        times[found[1]] += 1
        return f"{found[1]} {names[found[1]]}" if times[found[1]] <= MOST_TIMES else found[1]

    shorts = "|".join(map(re.escape, sorted(names, key=lambda short: (-len(short), short))))
    return re.sub(rf"(?<![\w-])({shorts})(?=s?(?!\w))(?!\))", named, text)


PIECES = [
    "sharp knee pain (SKP)",
    "knee pain (KP)",
    "SKP",
    "KP",
    "SKPs",
    "SK",
    "s",
    "-",
    ")",
    "(",
    " ",
    ". ",
    "KP-SKP",
    "é",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_looking_for_letters_finds_what_one_expression_finds(text: str) -> None:
    text = "Sharp knee-pain scale (SKP-S) " + text
    assert written_out(text) == by_one_expression(text)


INITIALS = [
    # question, abbreviations of neighbouring words, and how many words each stands for
    ("Is double balloon enteroscopy safe?", {"dbe": 3, "dbes": 4, "bes": 3}),
    ("cramp of the leg", {"cl": 0}),
    ("non-lethal disease", {"nld": 2}),
    ("phase 3 trial of quinine", {"p3t": 0}),
]


@pytest.mark.parametrize(("question", "expected"), INITIALS)
def test_neighbouring_words_are_looked_for_by_their_initials(question: str, expected: dict[str, int]) -> None:
    asked = units(question)
    assert {short: sum(short in unit.terms for unit in asked) for short in expected} == expected


@pytest.mark.parametrize(("word", "most"), [("B", LETTER), ("7", NUMBER), ("2009", NUMBER)])
def test_letters_and_numbers_tell_no_more_than_a_usual_word(word: str, most: float) -> None:
    assert telling(word) < most + 1 < telling("zzolvitase")
