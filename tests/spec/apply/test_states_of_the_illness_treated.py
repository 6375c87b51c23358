"""A limit on an illness in a state (decompensated, acute) bars those of whom the state is told, and nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply.patient import akin


def _bottom(question: str, place: Path) -> str:
    answer = probatum.answer(question, library=place)
    return "\n".join(s.text for s in answer.sections[0].statements)


def _path(question: str, place: Path) -> str:
    return "\n".join(s.text for s in probatum.answer(question, library=place).section("algorithm").statements)


@pytest.mark.parametrize("ill", ["HFrEF NYHA III", "HFpEF", "heart failure", "stable HFrEF"])
def test_a_stable_illness_is_dosed_though_its_worst_state_is_barred(ill: str, starter_place: Path) -> None:
    question = f"metoprolol succinate starting dose {ill}"
    said = _bottom(question, starter_place)
    assert "contraindicated for this patient" not in said
    assert "12.5 mg once daily in more severe heart failure" in said
    assert "angina pectoris, the starting dose" not in said
    assert "Do not start" not in _path(question, starter_place)


@pytest.mark.parametrize(
    "question",
    [
        "metoprolol in acute decompensated HFrEF, start?",
        "bisoprolol in acute heart failure, start?",
        "bisoprolol dose in decompensated heart failure",
    ],
)
def test_the_state_that_is_told_bars(question: str, starter_place: Path) -> None:
    assert "is contraindicated for this patient" in _bottom(question, starter_place)
    assert "Do not start" in _path(question, starter_place)


def test_a_state_told_of_another_illness_is_not_that_of_this_one(starter_place: Path) -> None:
    said = _bottom("bisoprolol for heart failure in a man with an acute asthma attack", starter_place)
    assert "contraindicated for this patient (UK label of bisoprolol): acute heart failure" not in said


def test_a_state_that_is_part_of_a_name_is_read_as_one() -> None:
    assert akin.states("decompensated heart failure", "heart failure") == ("decompensated",)
    assert akin.states("heart failure", "heart failure") == ()
    assert akin.states("acute coronary syndrome", "acute coronary syndrome") == ()
