"""A child of whom a weight and no age is told is of those years that the weight leaves room for."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.fitting import age, of_other_children
from probatum.model import Patient


@pytest.mark.parametrize(
    ("kilograms", "most"), [("5 kg", 0.99), ("6 kg", 1.99), ("11 kg", 4.9), ("16 kg", 9.9), ("30 kg", 17.9)]
)
def test_a_weight_bounds_the_years_of_a_child(kilograms: str, most: float) -> None:
    told = age(Patient(age="child", weight=kilograms))
    assert told is not None
    assert told.high == most


def test_a_told_age_stands() -> None:
    told = age(Patient(age="13 years", weight="11 kg"))
    assert told is not None
    assert told.low == told.high == 13.0


@pytest.mark.parametrize(("typed", "dosed"), [("boy 11kg ibuprofen dose", False), ("boy 40kg ibuprofen dose", True)])
def test_no_dose_of_older_children(typed: str, dosed: bool, starter_place: Library) -> None:
    answer = probatum.answer(typed, library=starter_place)
    said = [s.text for p in answer.sections if p.id in ("bottom_line", "dosing", "algorithm") for s in p.statements]
    assert any("200 mg by mouth" in text for text in said) is dosed


@pytest.mark.parametrize(
    ("kilograms", "text", "other"),
    [
        ("20 kg", "the dose in children above 15 kg to 23 kg is 45 mg", False),
        ("20 kg", "the dose in children above 23 kg to 40 kg is 60 mg", True),
        ("15 kg", "the dose in children above 15 kg to 23 kg is 45 mg", True),
        ("15 kg", "the dose in children of 10 kg to 15 kg is 30 mg", False),
        ("20 kg", "the dose in adults and in children above 40 kg is 75 mg", True),
        ("20 kg", "the dose in children is 10 mg/kg to 15 mg/kg", False),
        ("80 kg", "the dose in adults of 60 kg or less is 2.5 mg", False),
    ],
)
def test_a_band_of_weights_is_for_those_within_it(kilograms: str, text: str, *, other: bool) -> None:
    assert of_other_children(text, Patient(age="child", weight=kilograms)) is other
