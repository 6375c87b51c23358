"""Conversions between measures: worked examples, and that the way back leads back."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.appraise.pooling import conversions as to

# what -> computed, expected (by hand)
WORKED = {
    "SD from SE": (to.sd_from_se(2.0, 25), 10.0),
    "SD from a 95 % interval of 100 people": (to.sd_from_interval(30.0, 34.2, 100), 10.71449),
    "SD from a 95 % interval of 25 people, by t": (to.sd_from_interval(30.0, 34.2, 25), 5.087457),
    "SD from quartiles": (to.sd_from_quartiles(10.0, 23.49), 10.000152),
    "SE from an interval of a log ratio": (to.se_from_interval(math.log(0.5), math.log(2.0)), 0.353653),
    "SE from p = 0.05": (to.se_from_p(1.959964, 0.05), 1.0),
    "RR from OR 2 at 20 %": (to.risk_ratio_from_odds_ratio(2.0, 0.2), 1.6666667),
    "OR from RR 1.6667 at 20 %": (to.odds_ratio_from_risk_ratio(5 / 3, 0.2), 2.0),
    "OR from RR where risk would pass 1": (to.odds_ratio_from_risk_ratio(3.0, 0.5), math.inf),
    "RD from RR 0.75 at 40 %": (to.risk_difference_from_risk_ratio(0.75, 0.4), -0.1),
    "RD from OR 2 at 20 %": (to.risk_difference_from_odds_ratio(2.0, 0.2), 0.1333333),
    "risk from HR 0.5 at 19 %": (to.risk_from_hazard_ratio(0.5, 0.19), 0.1),
    "NNT of -0.1": (to.number_needed(-0.1), 10.0),
    "NNT of no difference": (to.number_needed(0.0), math.inf),
    "log OR from SMD 0.5": (to.log_odds_ratio_from_smd(0.5, 0.04)[0], 0.9068997),
    "variance of log OR from SMD 0.5": (to.log_odds_ratio_from_smd(0.5, 0.04)[1], 0.1315947),
    "d from t": (to.smd_from_t(2.0, 8, 8), 1.0),
    "SE of a crossover's difference": (to.paired_difference_se(3.0, 3.0, 9, 0.5), 1.0),
}


@pytest.mark.parametrize("what", WORKED)
def test_worked_examples(what: str) -> None:
    computed, expected = WORKED[what]
    assert computed == pytest.approx(expected, rel=1e-6)


@given(st.floats(0.1, 8), st.floats(0.02, 0.9))
def test_odds_to_risks_and_back(odds_ratio: float, baseline: float) -> None:
    risk_ratio = to.risk_ratio_from_odds_ratio(odds_ratio, baseline)
    assert to.odds_ratio_from_risk_ratio(risk_ratio, baseline) == pytest.approx(odds_ratio)
    assert (risk_ratio - 1) * (odds_ratio - 1) >= 0


@given(st.lists(st.floats(-50, 50), min_size=2, max_size=8), st.lists(st.floats(-50, 50), min_size=2, max_size=8))
def test_two_groups_taken_as_one_have_the_spread_of_all_people(one: list[float], other: list[float]) -> None:
    def told(values: list[float]) -> tuple[float, float, float]:
        mean = math.fsum(values) / len(values)
        return len(values), mean, math.sqrt(math.fsum((x - mean) ** 2 for x in values) / (len(values) - 1))

    assert to.combined(*told(one), *told(other)) == pytest.approx(told(one + other), abs=1e-6)
