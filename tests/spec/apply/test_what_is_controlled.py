"""What is controlled in an illness is the aim of a medicine: what is for another aim in it is no option."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.ask import read
from probatum.model import Answer

ASTHMA = "AF rate control in severe asthma, 45M, bisoprolol?"


def _texts(answer: Answer, section: str) -> str:
    return " ".join(s.text for s in answer.section(section).statements)


@pytest.mark.parametrize(
    ("typed", "treatment"),
    [
        (ASTHMA, "bisoprolol"),
        ("rate control in atrial fibrillation diltiazem", "diltiazem"),
        ("rate control or rhythm control in atrial fibrillation", "rate control or rhythm control"),
    ],
)
def test_the_medicine_is_asked_about(typed: str, treatment: str) -> None:
    assert read(typed).intervention == treatment


def test_no_anticoagulant_slows_the_heart(starter_place: Path) -> None:
    answer = probatum.answer(ASTHMA, library=starter_place)
    told = _texts(answer, "alternatives")
    assert "igoxin" in told
    assert not any(name in told.lower() for name in ("apixaban", "rivaroxaban", "edoxaban", "dabigatran"))
    assert "contraindicated for this patient" in answer.section("bottom_line").statements[0].text
    assert "anticoagulant" not in _texts(answer, "algorithm")


def test_they_stay_where_clots_are_asked_about(starter_place: Path) -> None:
    told = _texts(probatum.answer("apixaban for atrial fibrillation", library=starter_place), "alternatives")
    assert "ivaroxaban" in told
