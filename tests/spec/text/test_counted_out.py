"""Pieces of a strength are counted out: so many of so much, and whether all of them at one time."""

from __future__ import annotations

import pytest

from probatum.text import counted_out, doses

COUNTED = (
    ("can I give 4 tablets of ibuprofen 400 mg at once", 4, 400.0, "mg"),
    ("8 x 500mg metformin in one go?", 8, 500.0, "mg"),
    ("two 20 mg omeprazole capsules", 2, 20.0, "mg"),
    ("six sertraline 50mg in one go", 6, 50.0, "mg"),
    ("3 x 500 micrograms", 3, 500.0, "microgram"),
    ("500 mg x 8 tablets", 8, 500.0, "mg"),
)
NOT_COUNTED = (
    "ibuprofen 400 mg",
    "2 weeks prednisolone 5 mg at once",
    "six sertraline 50 mg",
    "one 500 mg tablet",
    "aged 8, 250 mg three times a day",
)


@pytest.mark.parametrize(("text", "count", "amount", "unit"), COUNTED)
def test_pieces_of_a_strength_are_counted(text: str, count: int, amount: float, unit: str) -> None:
    (one,) = counted_out.read(text)
    assert (one.count, one.amount, one.unit) == (count, amount, unit)


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_what_counts_no_pieces_is_left(text: str) -> None:
    assert not counted_out.read(text)


@pytest.mark.parametrize("text", ["all at once", "in one go", "4 at the same time", "in one dose"])
def test_at_one_time(text: str) -> None:
    assert counted_out.at_once(text)


def test_a_regimen_of_one_dose_is_not_at_once() -> None:
    assert not counted_out.at_once("metronidazole 2 g single dose")


@pytest.mark.parametrize(
    ("text", "times"), [("2 mg to 10 mg by mouth 2 to 4 times daily", 4.0), ("5 mg three or four times a day", 4.0)]
)
def test_the_upper_end_of_how_often_is_what_may_be_given(text: str, times: float) -> None:
    (dose,) = doses.read(text)
    assert dose.frequency_per_day == times and dose.varies
