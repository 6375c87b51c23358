"""Where no study of the very thing is held, its kind answers, and that is said; names of one illness are one."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


def _short(typed: str, place: Path, reader: str = "patient") -> str:
    answer = probatum.answer(typed, reader=reader, library=place)
    return " ".join(s.plain or s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    "typed", ["will walking wreck or help my arthritic knee", "is swimming good for knee arthritis"]
)
def test_exercise_answers_for_a_kind_of_it(starter_place: Path, typed: str) -> None:
    told = _short(typed, starter_place)
    assert "xercise lowers pain" in told and "kind of medicine" not in told
    assert "paracetamol" not in told  # advice against that is none against walking


def test_an_unknown_treatment_is_still_unknown(starter_place: Path) -> None:
    assert "xercise lowers pain" not in _short("will zorbing help my arthritic knee", starter_place)


def test_what_helps_instead_is_no_answer(starter_place: Path) -> None:
    assert "ibuprofen" not in _short("does cycling help a bad back", starter_place)


@pytest.mark.parametrize("ill", ["MND", "motor neurone disease", "ALS"])
def test_names_of_one_illness(starter_place: Path, ill: str) -> None:
    assert "150 mg twice daily" in _short(f"mexiletine cramps {ill} dose", starter_place)


def test_after_an_illness_what_trials_gave_for_it_is_told(starter_place: Path) -> None:
    answer = probatum.answer("colchicine 0.5mg post MI", library=starter_place)
    assert "reduces myocardial infarction" in answer.section("bottom_line").statements[0].text
    path = " ".join(s.text for s in answer.section("algorithm").statements)
    assert "gout" not in path


@pytest.mark.parametrize("typed", ["ibuprofen after a heart attack", "naproxen post MI"])
def test_what_a_label_limits_there_is_told_first(starter_place: Path, typed: str) -> None:
    assert "Only with care" in _short(typed, starter_place, "doctor")


@pytest.mark.parametrize("typed", ["what can i take for heartburn", "34 weeks pregnant bad heartburn what can i take"])
def test_heartburn_is_answered(starter_place: Path, typed: str) -> None:
    assert "first choice is a proton pump inhibitor" in _short(typed, starter_place)
    answer = probatum.answer(typed, reader="patient", library=starter_place)
    assert "no a " not in " ".join(s.plain or s.text for s in answer.section("algorithm").statements)
