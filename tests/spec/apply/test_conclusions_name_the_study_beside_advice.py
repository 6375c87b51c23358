"""A conclusion that rests on advice names the study that the evidence tells, and says that there is none only where
none is told; a path whose steps all stand behind the look is made."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


def _concluded(typed: str, place: Path) -> str:
    return " ".join(s.text for s in probatum.answer(typed, library=place).section("conclusion").statements)


@pytest.mark.parametrize(
    ("typed", "study"),
    [
        ("How long should oral prednisolone be given in an acute exacerbation of COPD?", "1 randomised trial, 314"),
        ("What is the treatment of scabies in adults?", "1 systematic review"),
    ],
)
def test_the_study_beside_the_advice_is_named(typed: str, study: str, starter_place: Path) -> None:
    told = _concluded(typed, starter_place)
    assert study in told and "no study that answers it" not in told


@pytest.mark.parametrize(
    "typed",
    ["Which antibiotic for acute pyelonephritis in non-pregnant women?", "How is mild plaque psoriasis treated?"],
)
def test_where_none_is_told_that_is_said(typed: str, starter_place: Path) -> None:
    assert "no study that answers it was found" in _concluded(typed, starter_place)


def test_a_path_of_later_steps_alone_is_made(starter_place: Path) -> None:
    made = probatum.answer("How should hypertension be treated in a 70-year-old?", library=starter_place)
    assert made.section("algorithm").statements
