"""Where no label held tells a dose for the kidneys or liver of the patient that is said before the usual one; where one
does, its path gives that and not what is for other takers."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

SILENT = "No label or guideline that is held gives a dose of"


def _told(typed: str, library: Library, section: str) -> list[str]:
    return [s.text for p in probatum.answer(typed, library=library).sections if p.id == section for s in p.statements]


@pytest.mark.parametrize(
    ("typed", "organ"),
    [
        ("apixaban dose 71 yo 80kg AF creatinine clearance 12", "creatinine clearance 12"),
        ("citalopram dose in depression with eGFR 25", "eGFR 25"),
        ("tramadol dose in pain with cirrhosis", "cirrhosis"),
    ],
)
def test_that_no_dose_is_told_leads(typed: str, organ: str, starter_place: Library) -> None:
    short = _told(typed, starter_place, "bottom_line")
    assert short[0].startswith(SILENT)
    assert organ in short[0]
    path = _told(typed, starter_place, "algorithm")
    at = next(n for n, text in enumerate(path) if text.startswith(SILENT))
    assert path[at + 1].startswith("The usual dose on the label, which may be too much")


@pytest.mark.parametrize(
    "typed",
    [
        "apixaban dose in DVT with creatinine clearance 40",
        "edoxaban dose in AF with creatinine clearance 40",
        "amlodipine dose in hypertension with cirrhosis",
        "citalopram dose in depression with eGFR 90",
        "rivaroxaban dose in AF with creatinine clearance 12",
        "citalopram dose in depression",
    ],
)
def test_where_one_is_told_or_none_is_needed_it_does_not(typed: str, starter_place: Library) -> None:
    assert not any(text.startswith(SILENT) for text in _told(typed, starter_place, "bottom_line"))


def test_the_dose_of_the_naive_is_lowered_and_none_of_the_tolerant_is_given(starter_place: Library) -> None:
    path = _told("oxycodone in severe liver disease dose", starter_place, "algorithm")
    assert any(text.startswith("Dose for such a patient") and "a third to a half" in text for text in path)
    assert not any("100 mg in 5 ml" in text for text in path)
