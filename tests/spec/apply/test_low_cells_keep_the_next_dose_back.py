"""Fever on a medicine that lowers white cells is an alarm though nobody is named, no dose is told beside it, and no
more of the medicine is given before the cells are counted."""

from __future__ import annotations

import pytest

import probatum
from probatum import ask
from probatum.acquire.library import Library


@pytest.mark.parametrize(
    "typed",
    [
        "methotrexate weekly, fever and mouth ulcers",
        "clozapine, fever and sore throat",
        "carbimazole sore throat fever",
    ],
)
def test_a_note_without_a_person_is_an_alarm(typed: str) -> None:
    assert ask.read(typed).danger == "emergency"


@pytest.mark.parametrize(
    "typed",
    [
        "does clozapine cause fever and sore throat",
        "methotrexate mouth ulcers folic acid",
        "lithium and tremor",
    ],
)
def test_a_question_on_the_matter_is_none(typed: str) -> None:
    assert ask.read(typed).danger != "emergency"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("on carbimazole 3 weeks, sore throat and temp 38.9. what now", "should be stopped promptly"),
        ("azathioprine patient with fever 39", "bone marrow suppression"),
    ],
)
def test_no_more_of_it_is_given(typed: str, told: str, starter_place: Library) -> None:
    answer = probatum.answer(typed, library=starter_place, reader="doctor")
    part = {one.id: one for one in answer.sections}
    assert any(s.text.startswith("No more of it") and told in s.text for s in part["bottom_line"].statements)
    assert any(s.text.startswith("Meanwhile give no more") and told in s.text for s in part["algorithm"].statements)
    assert not part["dosing"].statements
