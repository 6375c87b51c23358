"""What somebody takes or was measured at is the patient's, and nothing that is asked about."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.model import Intent
from probatum.text import watching


@pytest.mark.parametrize(
    ("typed", "intervention", "outcome", "taken"),
    [
        ("Should I start dapagliflozin on top of metformin in type 2 diabetes?", "dapagliflozin", "", "metformin"),
        ("Does adding aspirin to apixaban increase bleeding?", "aspirin", "bleeding", "apixaban"),
        ("gout flare in chronic kidney disease on warfarin", "", "gout", "warfarin"),
    ],
)
def test_a_drug_that_another_is_added_to_is_taken(typed: str, intervention: str, outcome: str, taken: str) -> None:
    read = ask.read(typed)
    assert (read.intervention, read.outcome) == (intervention, outcome)
    assert read.patient.drugs == (taken,)
    assert read.intent is not Intent.INTERACTION


@pytest.mark.parametrize(
    ("typed", "intervention", "population"),
    [
        (
            "Which is safer with an eGFR of 28, rivaroxaban or apixaban, for atrial fibrillation?",
            "rivaroxaban or apixaban",
            "people with atrial fibrillation",
        ),
        (
            "treatment of type 2 diabetes in a woman with heart failure and eGFR 40",
            "",
            "people with type 2 diabetes mellitus",
        ),
    ],
)
def test_nobody_is_treated_with_a_measurement(typed: str, intervention: str, population: str) -> None:
    read = ask.read(typed)
    assert (read.intervention, read.population) == (intervention, population)
    assert read.patient.kidney


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("how often should potassium be checked?", True),
        ("what blood tests are needed on it?", True),
        ("which monitoring is needed?", True),
        ("what dose should be given?", False),
        ("does it reduce death?", False),
    ],
)
def test_what_is_to_be_checked_is_a_question_of_watching(text: str, asks: bool) -> None:
    assert watching.asks(text) is asks
