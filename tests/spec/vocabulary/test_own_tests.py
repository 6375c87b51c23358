"""By which test a medicine is dosed, in which illness, and on which side of what is aimed at a value lies."""

from __future__ import annotations

import pytest

from probatum.vocabulary import own_tests


@pytest.mark.parametrize(
    ("measure", "drug", "illness"),
    [
        ("TSH", "levothyroxine", "hypothyroidism"),
        ("TSH", "carbimazole", "hyperthyroidism"),
        ("urate", "allopurinol", "gout"),
        ("HbA1c", "empagliflozin", "type 2 diabetes mellitus"),  # by its class
    ],
)
def test_value_and_medicine_tell_the_illness(measure: str, drug: str, illness: str) -> None:
    found = own_tests.of(measure, drug)
    assert found is not None and found.illness == illness


@pytest.mark.parametrize(("measure", "drug"), [("TSH", "allopurinol"), ("potassium", "ramipril"), ("urate", "aspirin")])
def test_a_test_of_something_else_tells_none(measure: str, drug: str) -> None:
    assert own_tests.of(measure, drug) is None


def test_where_a_value_lies() -> None:
    thyroid = own_tests.of("TSH", "levothyroxine")
    assert thyroid is not None
    assert (thyroid.side(12), thyroid.side(2), thyroid.side(0.05), thyroid.more) == ("high", "", "low", "high")


def test_as_people_write_it() -> None:
    assert own_tests.shown("HbA1c in % 8.4") == "HbA1c 8.4 %"
    assert own_tests.shown("potassium 5.8") == "potassium 5.8"
