"""Overdoses told by strengths and weights, and red flags in other words."""

from __future__ import annotations

import pytest

from probatum.ask.danger import read_danger


@pytest.mark.parametrize(
    "typed",
    [
        "patient took 24 x 500mg ibuprofen an hour ago",
        "she has taken 20x500 mg paracetamol",
        "paracetamol overdose 12 g, what now for my patient",
        "he took 16 g of paracetamol last night",
    ],
)
def test_too_much_by_weight(typed: str) -> None:
    assert read_danger(typed).kind == "overdose"


@pytest.mark.parametrize(
    "typed",
    [
        "paracetamol 2 x 500 mg four times a day for arthritis",
        "ceftriaxone 2 g once daily for meningitis",
        "he takes 1 g paracetamol at night",
    ],
)
def test_usual_amounts_are_none(typed: str) -> None:
    assert read_danger(typed).kind != "overdose"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("lips swelling up after ciprofloxacin", "emergency"),
        ("dad on perindopril his lips have gone fat", "emergency"),
        ("black poos since taking diclofenac", "emergency"),
        ("my calf is swollen and aching after the flight", "emergency"),
        ("he had a seizure for the first time, could it be bupropion", "emergency"),
        ("should i just stop taking it", ""),
        ("ive got vertigo will the brandt thing work", ""),
    ],
)
def test_red_flags_in_other_words(typed: str, kind: str) -> None:
    assert read_danger(typed).kind == kind
