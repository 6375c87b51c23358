"""Of the limits by age and by kidneys that hold for one patient the lowest is told, and no higher one beside it."""

from __future__ import annotations

from pathlib import Path

import probatum
from probatum.text import limits


def _said(question: str, place: Path, section: str = "bottom_line") -> list[str]:
    return [s.text for s in probatum.answer(question, library=place).section(section).statements]


def test_the_lowest_limit_leads_and_no_higher_one_stands_anywhere(starter_place: Path) -> None:
    question = "tramadol 80F crcl 25 max dose, on sertraline"
    first = _said(question, starter_place)[0]
    assert first.startswith("Dose for this patient") and "maximum of 200 mg daily" in first
    for section in ("bottom_line", "dosing", "algorithm"):
        assert "300 mg" not in " ".join(_said(question, starter_place, section))


def test_a_limit_that_alone_holds_is_told(starter_place: Path) -> None:
    assert "300 mg daily" in _said("max dose of tramadol at 78", starter_place)[0]
    assert "200 mg daily" in _said("tramadol dose crcl 20 age 60", starter_place)[0]


def test_what_forbids_the_two_stands_before_a_dose(starter_place: Path) -> None:
    first = _said("simvastatin dose crcl 22 on clarithromycin", starter_place)[0]
    assert "contraindicated" in first


def test_limits_are_compared_in_one_unit() -> None:
    assert limits.lowest("The dose should not exceed 1 g daily.") == 1000
    assert limits.lowest("It is 5 mg once daily, to a maximum of 10 mg.") == 10
    assert limits.lowest("The dose is 5 mg once daily.") is None
    assert limits.alone("The dose should not exceed 300 mg daily.")
    assert not limits.alone("It is 5 mg once daily, to a maximum of 10 mg.")
