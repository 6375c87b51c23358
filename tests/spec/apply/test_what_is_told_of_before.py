"""An illness that somebody has had is spoken to for the medicine asked about, or the label is said to be silent."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


def _bottom(question: str, place: Path) -> str:
    return "\n".join(s.text for s in probatum.answer(question, library=place).sections[0].statements)


def test_what_the_label_says_of_it_is_told(starter_place: Path) -> None:
    said = _bottom("semaglutide for obesity, had pancreatitis 2 years ago", starter_place)
    assert "On pancreatitis, which is told" in said and "acute pancreatitis can occur with semaglutide" in said


def test_that_the_label_is_silent_is_told(starter_place: Path) -> None:
    said = _bottom("alendronate for osteoporosis, had appendicitis as a child", starter_place)
    assert "says nothing of appendicitis" in said


@pytest.mark.parametrize(
    "question",
    [
        "semaglutide for obesity",
        "apixaban for AF, had a GI bleed last year",
        "atorvastatin for a man with high cholesterol who had hepatitis A",
        "statin after stroke",
        "sumatriptan for migraine, had a heart attack 2 years ago",
    ],
)
def test_where_a_label_is_near_it_or_nothing_is_over_nothing_is_said(question: str, starter_place: Path) -> None:
    said = _bottom(question, starter_place)
    assert "says nothing of" not in said and "which is told" not in said
