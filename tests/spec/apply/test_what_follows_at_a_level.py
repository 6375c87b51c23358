"""Where the level of a medicine is told and it is asked which dose follows, no usual dose and no first one is told."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer


def _text(answer: Answer, *sections: str) -> str:
    return "\n".join(s.text for part in answer.sections if part.id in sections for s in part.statements)


@pytest.mark.parametrize(
    ("typed", "usual", "told"),
    [
        ("vancomycin trough 26, creatinine rising. next dose?", "2 g daily", "lowered according to kidney function"),
        ("gentamicin trough 3.1 next dose?", "3 mg/kg", "trough levels above 2 micrograms/ml"),
        ("digoxin level 0.4 increase dose?", "10 mcg/kg", "digoxin"),
        ("phenytoin level low, albumin 20, dose up?", "100 mg by mouth", "10 to 20 micrograms/ml"),
        ("lithium level 0.4 increase?", "mg by mouth", "0.6 to 1.2 mEq/L"),
    ],
)
def test_the_level_decides(typed: str, usual: str, told: str, starter_place: Library) -> None:
    answer = probatum.answer(typed, library=starter_place)
    said = _text(answer, "bottom_line", "dosing", "algorithm")
    assert usual not in said
    assert told in said
    path = next(part for part in answer.sections if part.id == "algorithm").statements
    assert path[0].text.startswith("Before the next dose, hold the level that is told")


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        ("gentamicin dose for sepsis with Pseudomonas in adults", "3 mg/kg"),
        ("what is the starting dose of phenytoin in epilepsy", "100 mg by mouth"),
        ("which level of digoxin is aimed at, and what is the dose", "mcg/kg"),
    ],
)
def test_without_a_level_doses_are_told(typed: str, usual: str, starter_place: Library) -> None:
    assert usual in _text(probatum.answer(typed, library=starter_place), "bottom_line", "dosing")


def test_a_medicine_that_is_taken_is_not_begun_again(starter_place: Library) -> None:
    typed = "patient on lamotrigine 200mg daily starting the combined pill, what dose of lamotrigine"
    said = _text(probatum.answer(typed, library=starter_place), "bottom_line", "dosing", "algorithm")
    assert "25 mg" not in said
    assert "1.5 mg" not in said  # nor is the dose of a part of the pill one of it
    assert "has to be adjusted" in said
