"""Sums of money, a unit printed once for two figures, and two figures set off by a comma."""

from __future__ import annotations

import pytest
from findings_help import arms, read

TWO = {
    "sums of money": (
        "The mean cost of combing was $57,984 in the lotion group compared with $54,285 in the placebo group.",
        "the mean cost of combing",
        (("lotion group", "57,984"), ("placebo", "54,285")),
        "$",
    ),
    "the unit of the first": (
        "Children given lotion had a mean stay of 4.9 days versus 7.8 in the placebo children.",
        "mean stay",
        (("lotion", "4.9"), ("placebo", "7.8")),
        "days",
    ),
    "set off by a comma": (
        "The relapse rate was also lower in the lotion group, 3.2% vs. 7.7% in controls.",
        "relapse rate",
        (("lotion group", "3.2"), ("controls", "7.7")),
        "%",
    ),
}


@pytest.mark.parametrize("name", TWO)
def test_two_figures(name: str) -> None:
    text, outcome, expected, unit = TWO[name]
    (found,) = read(text)
    assert (found.outcome, found.unit) == (outcome, unit)
    assert {(a.replace("given ", ""), v) for a, v in arms(found)} == set(expected)


def test_a_sum_keeps_its_millions() -> None:
    (found,) = read("The yearly cost of combing was estimated at $793 million.")
    assert (arms(found)[0][1], found.unit) == ("793", "$ million")


def test_figures_against_the_words_are_not_read() -> None:
    assert read("The relapse rate was lower in the lotion group, 9.2% vs. 7.7% in controls.") == ()
