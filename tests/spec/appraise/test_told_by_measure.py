"""Illnesses that reports tell by a measure, and results told with the time after a treatment."""

from __future__ import annotations

import pytest

from probatum.appraise.findings import benefit, qualifiers
from probatum.model import Direction
from probatum.vocabulary import defined


@pytest.mark.parametrize(
    ("label", "text", "told"),
    [
        ("systolic heart failure", "people with heart failure and an ejection fraction of 35% or less", True),
        ("systolic heart failure", "people with an ejection fraction of no more than 35%", True),
        ("systolic heart failure", "people with an ejection fraction of 45% or more", False),
        ("HFpEF", "people with heart failure and an ejection fraction above 40%", True),
        ("HFpEF", "people with heart failure and an ejection fraction of 40% or less", False),
        ("obesity", "adults with a body mass index of 30 or more", True),
        ("heart valve prosthesis", "people with mechanical heart valves", True),
    ],
)
def test_a_measure_tells_an_illness(label: str, text: str, told: bool) -> None:
    pattern = defined.pattern(label)
    assert pattern is not None and (pattern.search(text) is not None) is told


def test_what_has_no_measure_or_opposite_has_none() -> None:
    assert defined.pattern("gravel") is None and defined.opposite("obesity") is None
    opposite = defined.opposite("systolic heart failure")
    assert opposite is not None and opposite.search("preserved ejection fraction")


@pytest.mark.parametrize(
    ("text", "outcome", "named"),
    [
        ("After prophylaxis had ended, relapse occurred in 27%.", "relapse", "relapse after prophylaxis had ended"),
        ("Once zorbinol was stopped, relapse occurred in 9%.", "relapse", "relapse once zorbinol was stopped"),
        ("After 12 weeks, relapse occurred in 9%.", "relapse", "relapse"),
    ],
)
def test_what_came_after_a_treatment_keeps_its_time(text: str, outcome: str, named: str) -> None:
    assert qualifiers.ended(text, outcome) == named


def test_a_larger_fall_of_something_bad_is_good() -> None:
    assert benefit.favours("fall in vomiting", Direction.HIGHER) == "benefit"
    assert benefit.favours("vomiting", Direction.HIGHER) == "harm"
