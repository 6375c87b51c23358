"""Of two medicines that their labels rule out together no dose is told; of those that may meet it is."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _dosed(typed: str, library: Library) -> list[str]:
    told = [
        s
        for p in probatum.answer(typed, library=library).sections
        if p.id in ("bottom_line", "dosing")
        for s in p.statements
    ]
    return [s.text for s in told if " mg " in s.text]


@pytest.mark.parametrize(
    "typed",
    [
        "what is the safe dose of simvastatin with clarithromycin",
        "what dose of simvastatin can i give with clarithromycin",
        "dose of linezolid with sertraline",
    ],
)
def test_two_that_are_ruled_out_together_have_no_dose(typed: str, starter_place: Library) -> None:
    answer = probatum.answer(typed, library=starter_place)
    assert "not to be taken together" in next(p.empty for p in answer.sections if p.id == "dosing")
    assert not _dosed(typed, starter_place)


@pytest.mark.parametrize(
    ("typed", "limit"),
    [
        ("dose of simvastatin with amlodipine", "should not exceed 20 mg daily"),
        ("dose of amoxicillin with clarithromycin in pneumonia", "500 mg by mouth 3 times daily"),
    ],
)
def test_two_that_may_meet_have_one(typed: str, limit: str, starter_place: Library) -> None:
    assert any(limit in text for text in _dosed(typed, starter_place))
