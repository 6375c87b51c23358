"""The ages for which a direction says it holds."""

from __future__ import annotations

import pytest

from probatum.text.ages import limits


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("children of 6 to 12 years", 6.0, 12.0),
        ("children from 2 to below 6 years", 2.0, 5.999),
        ("infants of 6 to 24 months", 0.5, 2.0),
        ("infants of 6 months to 2 years", 0.5, 2.0),
        ("infants of 3 months or less", 0.0, 0.25),
        ("once in babies of 3 months, and once more after 4 hours", 0.25, 0.25),
        ("children older than 3 months and below 40 kg", 0.25, 150.0),
        ("children older than 3 months and younger than 12 years", 0.25, 11.999),
        ("adolescents of 12 years or more", 12.0, 150.0),
        ("adults aged 18 to 65", 18.0, 65.0),
        ("people aged over 75", 75.0, 150.0),
        ("women aged 50 or more", 50.0, 150.0),
        ("people 65 years of age or older", 65.0, 150.0),
        ("boys under the age of 16 years", 0.0, 15.999),
    ],
)
def test_ages_are_read_in_years(text: str, low: float, high: float) -> None:
    found = limits(text)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    "text",
    [
        "25 mg/kg daily divided every 12 hours",
        "children below 40 kg",
        "12 mg/kg once daily for 5 days",
        "10 mg daily for up to 14 days",
        "150 mg twice daily after 5 to 10 days of an injection",
        "an eGFR of 30 to 45 ml/min",
        "1 tablet every 8 to 12 hours",
        "treatment for at least 6 months",
        "2.5 mg twice daily after at least 6 months of treatment",
        "200 mg or more",
        "without response in 2 to 4 weeks",
        "reviewed 2 to 4 weeks after a medicine is started",
        "300,000 units in all over 6 to 10 weeks",
    ],
)
def test_weights_doses_and_lengths_are_no_ages(text: str) -> None:
    assert limits(text) is None


def test_a_length_of_treatment_is_no_age() -> None:
    assert limits("zorbinol 5 mg after at least 6 months of treatment") is None


@pytest.mark.parametrize("text", ["babies of 2 to 4 weeks", "below 6 weeks after birth", "in 2 to 5 year olds"])
def test_weeks_of_life_are_ages(text: str) -> None:
    assert limits(text) is not None


def test_limits_of_two_things_are_no_age() -> None:
    assert (
        limits("zorbin eases cough from the age of 1 year, and should not be given to infants below 12 months") is None
    )
    assert limits("zorbin is for children from the age of 1 year and below 12 years") is not None
