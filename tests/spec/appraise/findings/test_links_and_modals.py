"""Estimates behind what links two things, what may reduce another, and where the subject stands."""

from __future__ import annotations

import pytest
from findings_help import read

LINKS = {
    "what may": (
        "Analysis showed that lotion could decrease itch (SMD = -1.2; 95% CI: -2.2, -0.1).",
        "lotion",
        "itch",
    ),
    "predictive": (
        "Long hair remained predictive of lice (adjusted odds ratio [aOR] 7.5, P=0.01).",
        "long hair",
        "lice",
    ),
    "an association between": (
        "An association was observed between the use of hats and head louse risk (RR = 1.85; 95% CI 1.2-2.8).",
        "use of hats",
        "head louse risk",
    ),
    "at higher risk": ("Girls were at higher risk of relapse (OR 3.49; 95% CI 1.06-11.53).", "girls", "relapse"),
    "behind what was adjusted for": (
        "Adjusting for age, sex, and hair length, shared hats remained predictive of lice (OR 2.1, P=0.01).",
        "shared hats",
        "lice",
    ),
    "behind what is conceded": (
        "While children with long or short hair had similar outcomes, those with curls were less likely to relapse "
        "(OR = 0.41; 95% CI, 0.20-0.84).",
        "those with curls",
        "relapse",
    ),
    "an adjective that looks like a verb": (
        "Reporting an increased number of bites was associated with sleep loss (aOR = 1.07; 95% CI = 1.01-1.13).",
        "reporting an increased number of bites",
        "sleep loss",
    ),
    "a limit in the name": (
        "Factors independently associated with relapse were age >9 years (OR, 2.31; 95% CI, 1.42-3.76).",
        "age >9 years",
        "relapse",
    ),
}


@pytest.mark.parametrize("name", LINKS)
def test_an_estimate_links_its_subject_with_its_outcome(name: str) -> None:
    text, arm, outcome = LINKS[name]
    (found,) = read(text)
    assert ([a.arm for a in found.arms], found.outcome) == ([arm], outcome)


def test_a_reduction_and_an_improvement_are_of_what_they_are_in() -> None:
    one, two = read(
        "Combing may result in a slight reduction in itch (nine studies, 650 people; SMD -0.24, 95% CI -0.51 to 0.04) "
        "and a slight improvement in pain (11 studies, 1100 people; SMD -0.25, 95% CI -0.43 to -0.06)."
    )
    assert (one.outcome, two.outcome) == ("itch", "pain")
    assert two.favours == "benefit"


def test_figures_of_both_groups_say_no_more_than_that_they_do_not_differ() -> None:
    (found,) = read("Rates of relapse were similar in both groups (8.9% vs 13.0%, P = .40).")
    assert (found.outcome, found.arms, found.p and found.p.text) == ("rates of relapse", (), "p = .40")
    assert read("Rates of relapse were different in both groups (8.9% vs 33.0%, P = .01).") == ()


def test_a_relative_risk_reduction_is_no_difference() -> None:
    text = "Combing showed an improvement in itch and a relative risk reduction of 81% (95% CI, 26% to 95%) in relapse."
    assert not [f for f in read(text) if f.estimate is not None]
