"""A treatment that is weighed, a face that a neurone explains, and an acidosis that is not the sugar's."""

from __future__ import annotations

import pytest

from probatum.ask.danger import read_danger


@pytest.mark.parametrize(
    "typed",
    [
        "66M copd more breathless, sputum greener, sats 94. will crp help me decide re antibiotics",
        "mum 74 shingles rash since sat morning, only got valtrex on tues. too late to bother?",
        "43F R LMN facial droop since yesterday. prednisolone dose?",
        "40M facial weakness, lower motor neurone, day 2. steroids?",
    ],
)
def test_no_alarm(typed: str) -> None:
    assert not read_danger(typed).kind


@pytest.mark.parametrize(
    "typed",
    [
        "just had her antibiotic and now breathless and wheezy",
        "help me please mum can't breathe",
        "43F facial droop and slurred speech since an hour ago",
        "LMN facial droop and her right arm is weak since this morning",
    ],
)
def test_the_alarm_stands(typed: str) -> None:
    assert read_danger(typed).kind == "emergency"


def test_what_is_named_is_what_is_told() -> None:
    assert read_danger("69F on metformin, drowsy, RR 30, glucose 9, pH 7.08. what first").sign == "a dangerous acidosis"
    assert read_danger("T1DM, vomiting, ketones 6, pH 7.1").sign == "diabetic ketoacidosis"
    assert read_danger("69F on metformin, urine pH 7.5").sign != "a dangerous acidosis"
