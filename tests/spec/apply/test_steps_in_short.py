"""Steps name the illness of the question once, give the guideline's dose, and say when is looked again."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


def _path(typed: str, place: Path) -> list[str]:
    return [s.text for s in probatum.answer(typed, library=place).section("algorithm").statements]


@pytest.mark.parametrize(
    ("typed", "step"),
    [
        ("mirabegron for overactive bladder", "Dose as on the label for it: the starting dose of mirabegron"),
        ("prednisolone for Bell's palsy", "Dose as advised: the dose of prednisolone in adults is 50 mg"),
        ("sertraline for generalised anxiety disorder", "Dose as advised: the starting dose of sertraline"),
    ],
)
def test_the_dose_is_told_without_the_illness(starter_place: Path, typed: str, step: str) -> None:
    assert any(text.startswith(step) for text in _path(typed, starter_place))


def test_a_state_that_was_not_told_stays(starter_place: Path) -> None:
    path = _path("spironolactone in heart failure with reduced ejection fraction", starter_place)
    assert any("in heart failure with serum potassium of 5.0 mmol/l or less" in text for text in path)


def test_a_course_that_ends_is_not_stopped_step_by_step(starter_place: Path) -> None:
    assert not any("step by step" in text for text in _path("prednisolone for Bell's palsy", starter_place))


def test_nobody_is_sent_to_alternatives_that_name_none(starter_place: Path) -> None:
    path = _path("prednisolone for Bell's palsy", starter_place)
    assert not any("see the alternatives" in text for text in path)


@pytest.mark.parametrize("typed", ["gabapentin for neuropathic pain", "sertraline for generalised anxiety disorder"])
def test_a_look_without_a_time_says_so(starter_place: Path, typed: str) -> None:
    assert any(
        text.startswith("Look whether it helps, at a time agreed before") for text in _path(typed, starter_place)
    )


def test_what_was_found_in_everybody_is_no_step_for_poor_kidneys(starter_place: Path) -> None:
    path = _path("Is apixaban safe with a creatinine clearance of 20 ml/min and atrial fibrillation?", starter_place)
    assert path and not any(text.startswith("Go by what was found") for text in path)
