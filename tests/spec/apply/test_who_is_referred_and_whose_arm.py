"""Who is sent on is told first where that is asked; a result is told under the name of the arm that it is of; a test
done in other people is no path for these."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer


def lines(answer: Answer) -> list[str]:
    return [s.text for s in answer.section("bottom_line").statements]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("when to refer a child with croup", "should be admitted to hospital"),
        ("who should be admitted with pneumonia", "referral to hospital"),
    ],
)
def test_who_is_sent_on_leads(typed: str, told: str, starter_place: Path) -> None:
    assert told in lines(probatum.answer(typed, library=starter_place))[0]


def test_what_is_given_leads_where_that_is_asked(starter_place: Path) -> None:
    first = lines(probatum.answer("what to give a child with croup", library=starter_place))[0]
    assert "admitted" not in first


def test_a_result_stands_under_its_own_arm(starter_place: Path) -> None:
    told = " ".join(lines(probatum.answer("is metformin better than gliclazide", library=starter_place)))
    assert "lifestyle" not in told and "7.8 per 100 person-years with metformin" in told


def test_a_test_done_in_others_is_no_path(starter_place: Path) -> None:
    answer = probatum.answer("what does a high CRP mean in a cough", library=starter_place)
    assert "rosuvastatin" not in " ".join(s.text for s in answer.section("algorithm").statements)
    own = probatum.answer("how accurate is a D-dimer for PE", library=starter_place)
    assert any(s.text.startswith("Read the result") for s in own.section("algorithm").statements)


def test_a_plural_works_in_the_plural(starter_place: Path) -> None:
    told = " ".join(lines(probatum.answer("how long do laxatives take to work", library=starter_place)))
    assert "laxatives works" not in told
