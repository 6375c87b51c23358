"""An operation, an attack or a value that is told is history beside the medicine that is asked about."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.ask.danger import read_danger
from probatum.model import Intent, Role


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("STEMI 6 weeks ago, PCI 6 weeks ago. can we stop bisoprolol", "bisoprolol"),
        ("55M STEMI 6 wks ago PCI, EF 57%. bisoprolol making him tired. can we just stop?", "bisoprolol"),
        ("PCI 3 months ago, wants to stop clopidogrel", "clopidogrel"),
        ("PCI in 2021, is aspirin still needed", "aspirin"),
    ],
)
def test_a_procedure_that_is_over_is_not_asked_about(typed: str, asked: str) -> None:
    question = read(typed)
    assert question.intervention == asked
    assert not [c for c in question.having(Role.INTERVENTION) if c.semantic == "procedure"]


@pytest.mark.parametrize(
    "typed",
    ["PCI or medical therapy with bisoprolol in stable angina", "angina for 3 months, PCI or bisoprolol?"],
)
def test_a_procedure_that_is_weighed_is_asked_about(typed: str) -> None:
    assert "percutaneous" in read(typed).intervention


@pytest.mark.parametrize(
    "typed",
    [
        "70M MI 6 weeks ago, on ticagrelor, nosebleeds. can I stop it",
        "mum had a TIA 3 wks ago, which antiplatelet",
        "dad is 70, stroke 2/12 ago, is apixaban right for him",
    ],
)
def test_an_attack_of_weeks_ago_is_no_emergency(typed: str) -> None:
    assert read_danger(typed).kind != "emergency"


@pytest.mark.parametrize(
    "typed",
    [
        "my husband had a heart attack 3 weeks ago and now has chest pain and is sweating",
        "chest pain started 2 weeks ago, now crushing and sweaty",
        "dad stroke 2 weeks ago, face drooping again now",
        "i think i am having a heart attack",
    ],
)
def test_what_is_there_now_is_one(typed: str) -> None:
    assert read_danger(typed).kind == "emergency"


def test_when_something_is_done_is_no_choice_of_two() -> None:
    question = read("HFrEF, mild COPD. bisoprolol start dose pls. when do i NOT go up or not start it")
    assert question.intervention == "bisoprolol" and question.intent is Intent.DOSING
    assert "or" in read("when should we use rate or rhythm control in AF").intervention


@pytest.mark.parametrize(
    ("typed", "ill"),
    [
        ("46F migraine, TIA 2 yrs ago, on sertraline. asking for sumatriptan 50 - ok?", "transient ischemic attack"),
        ("70M gout, peptic ulcer, on warfarin. asking for naproxen - yes or no", "peptic ulcer"),
    ],
)
def test_an_illness_beside_two_medicines_is_had(typed: str, ill: str) -> None:
    question = read(typed)
    assert ill in question.population
    assert ill in {c.label.lower() for c in question.having(Role.POPULATION)}
    assert all(c.semantic != "condition" for c in question.having(Role.INTERVENTION))


def test_no_illness_is_made_of_two_medicines_alone() -> None:
    assert not read("on sertraline. asking for sumatriptan - ok?").population


def test_a_value_behind_a_dash_is_told_and_is_no_effect_to_count() -> None:
    question = read("COPD, azithromycin prophylaxis? which regimen, what do i screen for - QTc 468, on escitalopram")
    assert not question.outcome and not question.having(Role.OUTCOME)
    assert "QTc 468" in question.patient.values
    assert read("does metformin lower an HbA1c of 8% in type 2 diabetes").outcome
