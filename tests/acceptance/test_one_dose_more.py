"""One dose more: what the label says of repeating a dose leads, then when help is called; a child gets its own dose."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

TOLD = (
    ("can I take a second GTN spray", "patient", "repeated about every 5 minutes", "after 3 tablets"),
    ("salbutamol puffs again after how long", "patient", "with 4 hours between doses", "at least 3 hours"),
    ("how soon can I take paracetamol again", "patient", "every 4 to 6 hours", ""),
    ("when can I take another sumatriptan", "patient", "a second dose may follow", ""),
    ("how long between doses of colchicine for gout flare", "doctor", "then 0.6 mg 1 hour later", ""),
    ("GTN repeat dosing", "nurse", "repeated about every 5 minutes", "after 3 tablets"),
)


def _short(library: Library, question: str, reader: str) -> list[str]:
    answer = probatum.answer(question, library=library, reader=reader, as_of="2026-11-29")
    return [s.text for s in answer.section("bottom_line").statements]


@pytest.mark.parametrize(("question", "reader", "words", "call"), TOLD)
def test_the_sentence_on_repeating_leads(
    starter_library: Library, question: str, reader: str, words: str, call: str
) -> None:
    short = _short(starter_library, question, reader)
    assert short[0].startswith("Repeating a dose") and words in short[0], short
    if call:
        assert short[1].startswith("When to call") and call in short[1], short


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("second dose of naloxone", "is held, so nothing is told here of one dose more; in an emergency call"),
        ("how often can I repeat the adrenaline pen", "tells after how long a dose is repeated; in an emergency call"),
    ],
)
def test_where_none_is_held_whom_to_call_is_said(starter_library: Library, question: str, says: str) -> None:
    short = _short(starter_library, question, "patient")
    assert says in short[0], short


def test_no_dose_of_adults_is_told_of_a_child(starter_library: Library) -> None:
    question = "my child had calpol 3 hours ago can he have another dose"
    assert not any("in adults" in line for line in _short(starter_library, question, "carer"))
