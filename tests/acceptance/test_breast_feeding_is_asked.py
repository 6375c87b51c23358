"""What a medicine does to a breast-fed child is told to who asks of that, and leads no other answer."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def told(library: Library, question: str) -> str:
    answer = probatum.answer(question, library=library, as_of="2026-11-29")
    return " ".join(s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    "question", ["is sertraline better than citalopram", "how long does sertraline take to work, feel worse first"]
)
def test_nobody_else_is_told_of_it(starter_library: Library, question: str) -> None:
    assert "breast" not in told(starter_library, question)


@pytest.mark.parametrize("question", ["can i breastfeed on sumatriptan", "sumatriptan while nursing"])
def test_who_feeds_is_told_what_is_preferred(starter_library: Library, question: str) -> None:
    assert "not expected to harm" in told(starter_library, question)


def test_a_value_before_a_woman_is_no_age(starter_library: Library) -> None:
    answer = probatum.answer("nitrofurantoin eGFR 38 woman 74 uti", library=starter_library, as_of="2026-11-29")
    assert answer.question.patient.age == "74 years" and answer.question.patient.kidney == "eGFR 38"


@pytest.mark.parametrize(
    "question", ["my dad has had a stroke 2 hrs ago, on dabigatran", "mum had a stroke this morning"]
)
def test_a_stroke_of_today_is_an_emergency(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    assert answer.question.danger == "emergency"
