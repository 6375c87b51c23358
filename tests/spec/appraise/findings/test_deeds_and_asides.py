"""Deeds that people are likely to do, names with an aside, and figures that are of no outcome."""

from __future__ import annotations

import pytest
from findings_help import arms, read

PAIRS = {
    "a deed": (
        "Children on lotion were more likely to depart from their combing plan (27% vs 15%) than children on placebo.",
        ["departing from the combing plan"],
    ),
    "what they had used, what they were": (
        "Lotion children were more likely to have used oral drugs (30% vs 24%) and to be willing to comb (50% vs 40%) "
        "than placebo children.",
        ["use of oral drugs", "being willing to comb"],
    ),
    "an aside in the name": (
        "Adverse events (burning of the scalp, dry hair, redness) were more common in children who received lotion "
        "(40% [30/75]) than in children who received placebo (12% [8/67]) (P<.001).",
        ["adverse events"],
    ),
    "an adjective that is of the name": (
        "Of the children, 1/6 (16.7%) had a borderline nit count.",
        ["borderline nit count"],
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_names(name: str) -> None:
    text, expected = PAIRS[name]
    assert [f.outcome for f in read(text)] == expected


def test_both_groups_of_a_name_with_an_aside() -> None:
    (found,) = read(PAIRS["an aside in the name"][0])
    assert arms(found) == (("lotion", "40"), ("placebo", "12"))


NOTHING = {
    "the level of intervals": "Of them, 95% pointwise confidence intervals were generated for equally spaced times.",
    "ages": "The mean itch score decreased significantly from 6 to 14 years of age in boys and girls alike.",
    "a factor that was not read": (
        "The predictors of combing were knowledge of nits such as dead ones (odds ratio [OR], 3.05) and live ones (OR, "
        "2.73), advice of families (OR, 2.03), and intention to have a scalp check within the next 6 months (OR, 2.85)."
    ),
}


@pytest.mark.parametrize("name", NOTHING)
def test_what_is_no_outcome(name: str) -> None:
    for found in read(NOTHING[name]):
        assert found.outcome == "combing"
        assert len(found.arms) == 1


@pytest.mark.parametrize(
    "text",
    [
        "At 95% specificity, the comb found nits better.",
        "The optimal cut-off value of NLR for predicting itching was 6.11.",
    ],
)
def test_what_was_chosen_is_no_result(text: str) -> None:
    assert read(text) == ()


def test_a_chosen_level_beside_a_result_is_none() -> None:
    assert [
        f.outcome for f in read("At 95% specificity, the comb had a sensitivity of 81%.") if "specificity" in f.outcome
    ] == []
