"""What a question ends in decides what its other words are."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.model import Role

HARMS = [
    ("rivaroxaban vs apixaban in atrial fibrillation bleeding", "atrial fibrillation"),
    ("prasugrel versus clopidogrel ACS major bleeding risk", "acute coronary syndrome"),
    ("edoxaban v warfarin for AF haemorrhage", "atrial fibrillation"),
]


@pytest.mark.parametrize(("typed", "illness"), HARMS)
def test_what_trials_count_is_no_illness_of_the_patient(typed: str, illness: str) -> None:
    question = ask.read(typed)
    assert [c.label for c in question.having(Role.POPULATION)] == [illness]
    assert question.outcome


@pytest.mark.parametrize("typed", ["tranexamic acid in trauma with bleeding", "adrenaline for peptic ulcer bleeding"])
def test_what_is_treated_is_had(typed: str) -> None:
    assert any("ulcer" in c.label or "emorrhage" in c.label for c in ask.read(typed).having(Role.POPULATION))


ASKED = [
    ("gout flare, CKD eGFR 30, on clarithromycin, warfarin for AF. what can i give tonight", "gout", "warfarin"),
    ("62F shingles, asthma, on methotrexate. what should i prescribe", "herpes zoster", "methotrexate"),
    ("migraine, depression, takes sertraline, what can we offer", "migraine", "sertraline"),
]


@pytest.mark.parametrize(("typed", "illness", "drug"), ASKED)
def test_what_is_taken_is_not_what_can_be_given(typed: str, illness: str, drug: str) -> None:
    question = ask.read(typed)
    assert question.intervention == ""
    assert drug in question.patient.drugs
    named = [c.label.lower() for c in question.having(Role.POPULATION)]
    assert len(named) == 1
    assert illness in named[0]


def test_an_illness_that_is_joined_stays() -> None:
    question = ask.read("gout flare with chronic kidney disease, on warfarin - what can I give")
    assert "chronic kidney disease" in [c.label for c in question.having(Role.POPULATION)]
