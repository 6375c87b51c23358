"""Which drugs an arm holds, and what is no effect of what was given."""

from __future__ import annotations

import pytest
from findings_help import read

METHODS = (
    "Children got triple therapy for 1 week (ibuprofen 30 mg, amoxicillin 1 g and clarithromycin 500 mg) or lotion. "
)
DRUGS = {
    "explained in a bracket": (
        METHODS + "Cure occurred in 92% with triple therapy and in 61% with lotion.",
        {"triple therapy": ("ibuprofen", "amoxicillin", "clarithromycin"), "lotion": ()},
    ),
    "what a group got": (
        "Group A got ibuprofen and group B got placebo. Oedema occurred in 9% in group A and in 1% in group B.",
        {"group A": ("ibuprofen",), "group B": ()},
    ),
    "its own name": (
        "Pain was lower with ibuprofen than with placebo (3 v 5, p = 0.02).",
        {"ibuprofen": ("ibuprofen",), "placebo": ()},
    ),
    "not said": (
        "Cure occurred in 92% with triple therapy and in 61% with dual therapy.",
        {"triple therapy": (), "dual therapy": ()},
    ),
}


@pytest.mark.parametrize("name", DRUGS)
def test_an_arm_holds_the_drugs_that_the_record_says(name: str) -> None:
    text, expected = DRUGS[name]
    assert {arm.arm: arm.drugs for found in read(text) for arm in found.arms} == expected


ITSELF = (
    "Lotion increased the concentration of lotion (p = 0.01).",
    "The combing time was longer with combing than with lotion (12 v 2 minutes; p = 0.01).",
)


@pytest.mark.parametrize("text", ITSELF)
def test_that_there_is_more_of_what_was_given_is_no_effect_of_it(text: str) -> None:
    assert read(text) == ()


def test_another_time_is_an_effect() -> None:
    (found,) = read("The time to cure was longer with combing than with lotion (12 v 2 minutes; p = 0.01).")
    assert found.outcome == "the time to cure"
