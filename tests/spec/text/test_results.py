"""The figure that is told of a test: never an age, and in the unit of whoever sets a limit."""

from __future__ import annotations

import pytest

from probatum.text import measured, results


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("zorb test 720", 720),
        ("age adjusted zorb test 78yo zorb test 1200", 1200),
        ("zorb test 78 year old 720", 720),
        ("zorb test in a 78-year-old woman is 720", 720),
        ("zorb test aged 78, 720", 720),
        ("zorb test (720)", 720),
        ("zorb test came back at 1,200 ng/mL", 1200),
        ("zorb test 0.72 mg/L FEU", 0.72),
        ("zorb test 65F", None),
        ("zorb test 78yo", None),
        ("zorb test at 78", None),
        ("zorb test 12 weeks of age", None),
        ("zorb test 50%", None),
        ("no figure", None),
    ],
)
def test_an_age_is_no_result(text: str, value: float | None) -> None:
    found = results.told(text, "zorb test", 78.0)
    assert (found and found.value) == value


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("720", 1),
        ("720 ug/L", 1),
        ("720 ng/mL FEU", 1),
        ("720 micrograms per litre", 1),
        ("0.72 mg/L", 1000),
        ("0.72 mcg/mL FEU", 1000),
        ("0.72", None),
        ("360 ng/mL DDU", None),
        ("360 DDU", None),
        ("3.9 nmol/L", None),
    ],
)
def test_a_unit_is_changed_or_not_used(text: str, times: int | None) -> None:
    found = results.told(f"zorb test {text}", "zorb test")
    assert found is not None and found.times("micrograms per litre") == times


@pytest.mark.parametrize("typed", ["INR 78yo", "heart rate 78 year old", "platelets 65F", "QTc 101 years", "BP 82yo"])
def test_no_value_is_an_age(typed: str) -> None:
    assert measured.values(typed) == ()


def test_a_value_beside_an_age_stays() -> None:
    assert measured.values("78yo INR 6") == ("INR 6",)
    assert measured.values("INR 6 78yo") == ("INR 6",)
