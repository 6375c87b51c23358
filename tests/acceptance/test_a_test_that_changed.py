"""Who tells that a test has changed on a medicine is told at which change it is kept, lowered or stopped."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _answer(library: Library, question: str) -> list[str]:
    answer = probatum.answer(question, library=library, as_of="2026-11-30")
    return [s.text for s in answer.section("bottom_line").statements]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("creatinine up 25% on ramipril", "serum creatinine rises by less than 30%"),
        ("eGFR dropped 20% after starting lisinopril", "eGFR falls by less than 25%"),
        ("raised creatinine since starting losartan", "serum creatinine rises by less than 30%"),
        ("ALT 3x ULN on atorvastatin", "stopped when transaminases rise to 3 times"),
        ("TSH suppressed on levothyroxine", "does not suppress TSH"),
    ],
)
def test_what_is_done_at_the_change_leads(starter_library: Library, question: str, told: str) -> None:
    assert told in _answer(starter_library, question)[0]


def test_a_limit_in_figures_goes_before(starter_library: Library) -> None:
    assert "With an INR of 5 to 8 on warfarin" in _answer(starter_library, "INR up to 5 on warfarin")[0]


def test_what_does_not_change_is_no_such_question(starter_library: Library) -> None:
    assert "falls by less than" not in " ".join(_answer(starter_library, "which blood tests before ramipril"))
