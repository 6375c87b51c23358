"""What is done at once in an emergency gives nobody what they are allergic to."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.choices import barred_here


@pytest.mark.parametrize(
    ("text", "barred"),
    [
        ("In sepsis, NICE recommends piperacillin with tazobactam intravenously.", True),
        ("In sepsis with penicillin allergy, the choice is vancomycin.", False),
        ("In sepsis, ciprofloxacin is given.", False),
        ("Amoxicillin should not be given.", False),
    ],
)
def test_of_what_is_given_to_the_allergic(text: str, *, barred: bool) -> None:
    assert barred_here.of_allergy(text, ("penicillins",)) is barred


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("neutropenic sepsis with penicillin allergy", "vancomycin"),
        ("Neutropenic sepsis: first antibiotic", "piperacillin"),
    ],
)
def test_the_choice_for_the_allergic_stands_alone(typed: str, first: str, starter_library: Library) -> None:
    told = [s.text for s in probatum.answer(typed, library=starter_library).section("bottom_line").statements]
    guided = [text for text in told if "\u201c" in text]
    assert first in guided[0]
    if "allergy" in typed:
        assert not any("piperacillin" in text for text in guided)
