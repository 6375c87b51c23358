"""A time after which people are well is the better the shorter it is, and its hazard the better the higher."""

from __future__ import annotations

import pytest

from probatum.appraise.findings import benefit
from probatum.model import Direction


@pytest.mark.parametrize(
    "outcome",
    ["time to the end of pain", "median time to complete healing", "time to recovery", "days to resolution of fever"],
)
def test_a_shorter_time_till_well_is_a_benefit(outcome: str) -> None:
    assert benefit.favours(outcome, Direction.LOWER) == "benefit"
    assert benefit.hazard(outcome, 1.4, significant=True) == "benefit"
    assert benefit.hazard(outcome, 0.6, significant=True) == "harm"


@pytest.mark.parametrize("outcome", ["time to first relapse", "time to death"])
def test_a_longer_time_till_harm_is_a_benefit(outcome: str) -> None:
    assert benefit.favours(outcome, Direction.HIGHER) == "benefit"
    assert benefit.hazard(outcome, 0.6, significant=True) == "benefit"
