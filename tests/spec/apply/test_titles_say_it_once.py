"""A title names the people only where they are not the outcome again, in its words or by another name of it."""

from __future__ import annotations

import pytest

from probatum.apply.titling import says


@pytest.mark.parametrize(
    ("outcome", "population", "again"),
    [
        ("acute low back pain", "people with low back pain", True),
        ("myalgia", "people with myalgia", True),
        ("pre-eclampsia", "people with preeclampsia", True),
        ("heart attack", "patients with myocardial infarction", True),
        ("muscle cramps", "amyotrophic lateral sclerosis", False),
        ("fractures", "older adults", False),
        ("pre-eclampsia", "people with lupus", False),
        ("heart disease", "people without heart disease", False),
        ("", "people with gout", False),
    ],
)
def test_a_population_that_is_the_outcome_again(outcome: str, population: str, again: bool) -> None:
    assert says(outcome, population) is again
