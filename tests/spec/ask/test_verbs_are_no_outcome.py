"""Verbs of lasting and ending name no outcome and no people; measures and injections name what they stand for."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.ask.pico.pico import split
from probatum.vocabulary import load


def test_lasting_is_no_outcome_and_stopping_are_no_people() -> None:
    found = split("zorbinol to prevent gravel: does the benefit last after stopping?")
    assert found.outcome.text != "last" and found.population.text != "stopping"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("BMI 36, which drug for weight loss?", "obesity"),
        ("semaglutide at a BMI of 34.5", "obesity"),
        ("the new injections for migraine - do they work?", "calcitonin gene-related peptide receptor antagonists"),
        ("diabetic peripheral neuropathy: what to give?", "diabetic neuropathies"),
    ],
)
def test_what_names_an_illness_or_a_class_is_read_as_it(typed: str, meant: str) -> None:
    assert meant in [c.label for c in read(typed, vocabulary=load()).concepts]


@pytest.mark.parametrize("typed", ["which drug at a BMI of 24?", "which drug at a BMI of 18.5 to 24.9?"])
def test_a_lower_body_mass_index_is_no_obesity(typed: str) -> None:
    assert "obesity" not in [c.label for c in read(typed, vocabulary=load()).concepts]
