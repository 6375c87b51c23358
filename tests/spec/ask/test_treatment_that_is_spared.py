"""How much of a treatment is used is an outcome of what spares it."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Role


@pytest.mark.parametrize(
    ("typed", "asked", "outcome"),
    [
        ("CRP test in COPD flare up, does it reduce antibiotic prescribing?", "C-reactive protein",
         "antibiotic prescribing"),
        ("does point of care CRP testing cut antibiotic use", "C-reactive protein", "antibiotic use"),
        ("does gabapentin reduce opioid use after surgery", "gabapentin", "opioid use"),
        ("does metformin reduce the need for insulin in gestational diabetes", "metformin", "need for insulin"),
        ("do steroids reduce antibiotic consumption in sore throat", "corticosteroids", "antibiotic consumption"),
        ("does ketamine cut morphine requirements after surgery", "ketamine", "morphine requirements"),
    ],
)  # fmt: skip
def test_what_spares_a_treatment_is_asked_about(typed: str, asked: str, outcome: str) -> None:
    question = read(typed)
    assert [c.label for c in question.having(Role.INTERVENTION)] == [asked]
    assert question.outcome == outcome
    assert outcome in {c.text for c in question.having(Role.OUTCOME)}
    assert not question.patient.drugs


def test_use_that_is_asked_about_itself_is_given() -> None:
    question = read("does antibiotic use reduce pain in otitis")
    assert [c.label for c in question.having(Role.INTERVENTION)] == ["antibiotic"]
    assert question.outcome == "pain"
