"""A complaint that a treatment brought on is not treated by it; what a label rules out for another use bars nothing."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def told(library: Library, question: str, reader: str = "doctor") -> str:
    answer = probatum.answer(question, library=library, reader=reader, as_of="2026-11-29")
    return " ".join(s.text for s in answer.section("bottom_line").statements).lower()


@pytest.mark.parametrize("question", ["dizziness treatment", "nausea all the time, what helps", "dizzy, how to treat"])
def test_nothing_is_proposed_that_brings_it_on(starter_library: Library, question: str) -> None:
    said = told(starter_library, question)
    assert "mexiletine" not in said and "esketamine" not in said


@pytest.mark.parametrize(
    "question",
    ["vertigo when i roll over in bed lasts few secs, how treat", "room spins when I lie down, what treatment"],
)
def test_vertigo_by_position_is_read_as_such(starter_library: Library, question: str) -> None:
    assert "epley" in told(starter_library, question, "patient")


@pytest.mark.parametrize(
    "question",
    [
        "im 9 weeks pregnant and on sodium valproate for epilepsy, should I stop it",
        "pregnant on valproate for epilepsy",
    ],
)
def test_what_it_does_to_the_child_leads(starter_library: Library, question: str) -> None:
    said = told(starter_library, question)
    assert "major malformations" in said and "migraine" not in said


def test_a_medicine_that_is_ruled_out_is_not_asked_about(starter_library: Library) -> None:
    said = told(starter_library, "gout flare, steroids no, nsaids no, what else")
    assert "colchicine" in said and "rilonacept" not in said


def test_signs_of_a_poisoning_are_told_by_the_label_of_the_poison(starter_library: Library) -> None:
    said = told(
        starter_library, "lithium level 1.6, tremor and diarrhoea, on ibuprofen for back pain for 2 wks. Next step?"
    )
    assert "lithium should be stopped when they appear" in said and "thrombotic" not in said


def test_what_all_arms_got_is_not_told_of(starter_library: Library) -> None:
    assert "alsfrs-r score changed" not in told(starter_library, "does riluzole help ALS")
    assert "eradicated it more often" in told(starter_library, "bismuth quadruple vs triple for h pylori")
