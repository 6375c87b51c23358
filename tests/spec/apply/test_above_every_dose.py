"""A dose that is above every one that labels and guidelines give is said to be, though none of them sets a limit."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer

AT_ONCE = (
    (
        "can I give 4 tablets of ibuprofen 400 mg at once",
        "(1600 mg) at one time is above the largest single dose",
        "400 mg",
    ),
    ("four 400 mg ibuprofen tablets in one go?", "(1600 mg) at one time is above the largest single dose", "400 mg"),
)
DAILY = (
    ("ramipril 40 mg daily", "20 mg"),
    ("nitrofurantoin 500 mg qds", "400 mg"),
    ("warfarin 20 mg", "10 mg"),
)
USUAL = (
    "ramipril 10 mg daily",
    "ibuprofen 2 x 200 mg at once for headache",
    "trimethoprim 200 mg twice daily",
    "diazepam 10 mg three times daily",
    "lamotrigine 200 mg twice daily",
    "metronidazole 2 g single dose for BV",
    "give aspirin 300 mg at once in stroke",
    "levothyroxine 150 micrograms",
)


def _part(answer: Answer, name: str) -> list[str]:
    return [s.text for part in answer.sections if part.id == name for s in part.statements]


@pytest.mark.parametrize(("question", "said", "largest"), AT_ONCE)
def test_more_than_any_single_dose_is_said(starter_place: Path, question: str, said: str, largest: str) -> None:
    answer = probatum.answer(question, library=starter_place)
    line = " ".join(_part(answer, "bottom_line"))
    assert said in line and largest in line, line
    path = _part(answer, "algorithm")
    assert any(step.startswith("Give no more") for step in path), path
    assert any("poison centre" in step for step in path), path


@pytest.mark.parametrize(("question", "largest"), DAILY)
def test_more_than_any_dose_of_a_day_is_confirmed_before_it_is_given(
    starter_place: Path, question: str, largest: str
) -> None:
    answer = probatum.answer(question, library=starter_place)
    assert f"above the largest dose in the labels and guidelines held, {largest}" in _part(answer, "bottom_line")[0]
    assert any(step.startswith("Do not give this dose") for step in _part(answer, "algorithm"))


def test_a_patient_is_told_whom_to_ask(starter_place: Path) -> None:
    answer = probatum.answer("can i take 4 ibuprofen 400mg at once", library=starter_place, reader="patient")
    assert any(step.startswith("Do not take so much ibuprofen at one time") for step in _part(answer, "algorithm"))


def test_pieces_are_counted_before_a_limit_is_judged(starter_place: Path) -> None:
    answer = probatum.answer("is 8 tablets of metformin 500 mg at once dangerous", library=starter_place)
    line = " ".join(_part(answer, "bottom_line"))
    assert "8 x 500 mg" in line and "(4000 mg) is above the limit of 2550 mg" in line
    assert not answer.question.patient.age, "tablets are no years"


@pytest.mark.parametrize("question", USUAL)
def test_a_usual_dose_is_not_commented_on(starter_place: Path, question: str) -> None:
    answer = probatum.answer(question, library=starter_place)
    assert "above the largest" not in " ".join(_part(answer, "bottom_line"))


def test_no_sum_of_a_day_is_made_of_a_range(starter_place: Path) -> None:
    answer = probatum.answer("diazepam dose for anxiety", library=starter_place)
    lines = [line for line in _part(answer, "dosing") if "3 or 4 times daily" in line]
    assert lines and not [line for line in lines if "mg/day" in line], lines
