"""A risk that is higher in several groups, or with several things: one finding for each, of what there is a risk of."""

from __future__ import annotations

import pytest
from findings_help import read

from probatum.model import Finding

RISKS = {
    "seen among": (
        "A significantly increased risk of nits was observed among children with braids (HR 9.29; 95% CI, 7.11-12.14), "
        "curls (HR 8.66; 95% CI 6.03-12.42), and plaits (HR 6.42; 95% CI 3.15-13.11) but not in boys.",
        [("nits", 9.29, "children with braids"), ("nits", 8.66, "curls"), ("nits", 6.42, "plaits")],
    ),
    "lower with more of it": (
        "The odds of nits were lower with increasing hours of combing (OR = 0.88, 95% CI: 0.86-0.90) and use of lotion "
        "(OR = 0.97, 95% CI: 0.94-0.99).",
        [("nits", 0.88, "increasing hours of combing"), ("nits", 0.97, "use of lotion")],
    ),
    "who had it": (
        "Children with braids (OR 2.0; 95% CI 1.5-2.7) and swimmers (OR 1.4; 1.1-1.8) had a higher risk of nits.",
        [("nits", 2.0, "children with braids"), ("nits", 1.4, "swimmers")],
    ),
    "who had no higher one": (
        "Children with braids (HR 1.05; 95% CI 0.90-1.22) had no higher risk of nits than those without braids.",
        [("nits", 1.05, "children with braids")],
    ),
}


def _told(found: Finding) -> tuple[str, float | None, str]:
    return found.outcome, found.estimate.value if found.estimate else None, found.arms[0].arm


@pytest.mark.parametrize("case", RISKS)
def test_each_member_goes_with_the_risk(case: str) -> None:
    text, expected = RISKS[case]
    assert [_told(f) for f in read(text)] == expected


def test_each_p_value_is_of_its_own_member() -> None:
    found = read(
        "Risk for nits increased with increasing age (p for trend <0.01) and decreasing height (p for trend <0.05)."
    )
    assert [(f.arms[0].arm, f.p.figure.value if f.p else None) for f in found] == [
        ("increasing age", 0.01),
        ("decreasing height", 0.05),
    ]


def test_one_group_alone_is_held_to_the_other() -> None:
    """A single group is read as before: it is one of two, and nothing that goes with the risk."""
    (found,) = read("The risk of nits was lower in the lotion group (HR 0.7, 95% CI 0.6-0.9).")
    assert found.direction.value == "lower"
    assert found.arms[0].arm == "lotion group"


def test_half_of_what_somebody_did_is_nobody() -> None:
    found = read(
        "The odds of nits were greater among those who called their comb excellent (OR 1.81, 95% CI: 1.20, 2.72) or "
        "very good (OR 1.56, 95% CI: 1.04, 2.32) compared with others."
    )
    assert "very good" not in {a.arm for f in found for a in f.arms}
