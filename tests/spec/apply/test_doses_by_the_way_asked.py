"""A dose by another way than the one asked about is none, and that none is held by that way is told first."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer

SILENT = "No label or guideline that is held gives a dose of"


def _text(answer: Answer, *sections: str) -> str:
    return "\n".join(s.text for part in answer.sections if part.id in sections for s in part.statements)


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("paracetamol IV dose 50kg adult", "tablets of"),
        ("ibuprofen iv dose", "by mouth"),
    ],
)
def test_what_is_swallowed_is_no_dose_for_a_vein(typed: str, other: str, starter_place: Library) -> None:
    answer = probatum.answer(typed, library=starter_place)
    first = answer.sections[0].statements[0].text
    assert first.startswith(SILENT)
    assert "into a vein" in first
    assert other not in _text(answer, "bottom_line", "dosing", "algorithm")


@pytest.mark.parametrize(
    ("typed", "dose", "other"),
    [
        ("vancomycin iv dose endocarditis", "2 g daily", "125 mg by mouth"),
        ("furosemide iv dose acute pulmonary oedema", "40 mg to 80 mg by slow intravenous", "by mouth"),
        ("heparin iv dose PE", "5,000 units intravenously", "333 units/kg"),
        ("oral vancomycin dose c diff", "125 mg by mouth", "2 g daily, as 500 mg"),
        ("paracetamol dose adult pain", "by mouth", "into a vein"),
    ],
)
def test_the_dose_by_that_way_is_told(typed: str, dose: str, other: str, starter_place: Library) -> None:
    answer = probatum.answer(typed, library=starter_place)
    said = _text(answer, "bottom_line", "dosing", "algorithm")
    assert dose in said
    assert other not in said
    assert SILENT not in said
