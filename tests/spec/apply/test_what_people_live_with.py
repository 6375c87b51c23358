"""Where a heart valve and no illness is told, what a label says for an illness is not told for the valve."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


def _all(question: str, place: Path) -> str:
    answer = probatum.answer(question, library=place)
    told = (s.text for name in ("bottom_line", "dosing", "algorithm") for s in answer.section(name).statements)
    return "\n".join(told)


@pytest.mark.parametrize(
    "question",
    ["dabigatran or warfarin mechanical mitral valve", "warfarin dose for a man with a metal heart valve"],
)
def test_the_target_of_another_use_is_not_told(question: str, starter_place: Path) -> None:
    said = _all(question, starter_place)
    assert "range 2 to 3" not in said
    assert "starting dose of warfarin is 2 mg to 5 mg" in said
    assert "after heart valve replacement" in said


@pytest.mark.parametrize(
    "question", ["warfarin dose", "warfarin dose in older adults", "warfarin dose in atrial fibrillation"]
)
def test_where_no_valve_is_told_it_stays(question: str, starter_place: Path) -> None:
    assert "range 2 to 3" in _all(question, starter_place)
