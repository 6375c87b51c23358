"""Figures belong to the name the sentence gives them, wherever it stands; where none is near, nothing is found."""

from __future__ import annotations

import pytest
from findings_help import read

from probatum.model import Direction
from probatum.text.statistics import claims_significance

NAMED = {
    "what happened stands first": (
        "Relapse was associated with thick hair (HR 1.4; 95% CI 1.1 to 1.8).",
        "relapse",
        ("thick hair",),
    ),
    "the commonest of several": ("The most common adverse effect was scalp redness (12%).", "scalp redness", ("",)),
    "a rate of something": (
        "The incidence rate of sores in the combing and lotion groups was 2.7 and 2.9 per 1000 person-years, "
        "respectively.",
        "the incidence rate of sores",
        ("combing", "lotion"),
    ),
    "a factor of something": (
        "Linear regression confirmed increased comb use as a risk factor for reinfestation (p<0.001).",
        "reinfestation",
        ("comb use",),
    ),
    "two names with their ratios respectively": (
        "Long hair and thick hair were associated with reinfestation with odds ratio of 4.1 and 3.3, respectively.",
        "reinfestation",
        ("long hair",),
    ),
    "prepositions between names": (
        "There were no differences between the two methods in combing time or in scalp redness.",
        "combing time or scalp redness",
        (),
    ),
}


@pytest.mark.parametrize("name", NAMED)
def test_figures_are_of(name: str) -> None:
    text, outcome, arms = NAMED[name]
    found = next(f for f in read(text) if f.outcome.lower() == outcome)
    assert tuple(arm.arm.lower() for arm in found.arms) == arms


@pytest.mark.parametrize(
    "text",
    [
        "Itch was seen in 20% of the combing group and 10% of the lotion group (OR = 2.2); with night combing, the "
        "rates were 30% and 20% (OR = 1.7).",
        "Combing had the largest impact on reducing itch (g = -1.01, p = .02).",
        "Of the children, 22 (36.4%) had a clearance of 45-59 ml/min/1.73 m2.",
    ],
)
def test_a_name_said_in_another_clause_is_not_guessed(text: str) -> None:
    names = [f.outcome for f in read(text)]
    assert not [n for n in names if n.endswith("the rates") or "largest" in n or n.endswith("/1")]


def test_a_treatment_set_aside_does_not_deny_the_effect_of_the_first() -> None:
    assert claims_significance("Combing, but not lotion, showed significantly less itch") == "significant"
    assert claims_significance("Combing lessened itch, but not significantly") == "not significant"
    found = read("Combing, but not lotion, showed significantly greater reductions in itch (d = .54) than soap.")
    assert all(f.direction is not Direction.NONE_DETECTED for f in found)
