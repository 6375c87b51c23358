"""The first figure of several is no result of all of them, and a figure of nothing in particular is no result."""

from __future__ import annotations

import pytest
from findings_help import read

HALVES = {
    "three treatments and three rises": (
        "Lotion, shampoo, and cream increased scalp perfusion by 27% (p < .01), 20% (p < .001), and 7% (p < .001), "
        "respectively."
    ),
    "two outcomes and two ratios": (
        "Lotion also showed improvements in itch and nits compared with combing (hazard ratio [HR], 0.83; 95% CI, "
        "0.72-0.96; p = .03 and HR, 0.88; 95% CI, 0.74-1.05; p = .15)."
    ),
}


@pytest.mark.parametrize("case", HALVES)
def test_half_of_it_is_not_told(case: str) -> None:
    assert read(HALVES[case]) == ()


def test_both_together_have_one_rise() -> None:
    (found,) = read("Lotion and shampoo increased scalp perfusion by 27% (p < .01).")
    assert (found.outcome, found.arms[0].arm) == ("scalp perfusion", "lotion and shampoo")


def test_that_somebody_perceived_is_nothing_by_itself() -> None:
    found = read(
        "Overall, 5101 students (17.7%) reported perceiving that nurses showed a lack of respect for diversity."
    )
    assert "perceiving" not in {f.outcome for f in found}
