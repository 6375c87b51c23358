"""An outcome is called by what was counted; one of which only the beginning was read, or the place, has no name."""

from __future__ import annotations

import pytest

from probatum.apply import fitting
from probatum.apply.evidence import standing


@pytest.mark.parametrize(
    ("outcome", "unnamed"),
    [
        ("the rate of", True),
        ("the rate of the primary outcome", True),
        ("the primary end point", True),
        ("the rate of falls", False),
        ("death from any cause", False),
    ],
)
def test_an_outcome_without_a_name(outcome: str, unnamed: bool) -> None:
    assert standing.unnamed(outcome) is unnamed


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("the dose is 20 mg daily", True),
        ("with an eGFR above 50 ml/min/1.73 m2, 25 mg daily", True),
        ("with an eGFR of 30 to 50 ml/min/1.73 m2, 25 mg every other day", False),
        ("in severe kidney impairment, 5 mg daily", False),
    ],
)
def test_doses_for_healthy_kidneys(text: str, holds: bool) -> None:
    assert fitting.of_healthy_kidneys(text) is holds
