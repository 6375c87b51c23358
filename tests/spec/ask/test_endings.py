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


@pytest.mark.parametrize(
    "typed",
    [
        "best treatment for gout flare in 71M with eGFR 28 on clarithromycin and warfarin",
        "treatment of insomnia in an 80 year old with eGFR 20 who takes digoxin and diltiazem",
        "first line therapy for hypertension in a man with eGFR 28 on lithium",
    ],
)
def test_what_is_taken_is_no_treatment_where_the_best_is_asked(typed: str) -> None:
    question = ask.read(typed)
    assert not question.having(Role.INTERVENTION) and not question.intervention
    assert question.having(Role.POPULATION)


def test_what_is_asked_for_stays_though_it_is_taken() -> None:
    question = ask.read("best dose of lithium for mania in a man with eGFR 28 on lithium")
    assert "lithium" in [c.label for c in question.having(Role.INTERVENTION)]


@pytest.mark.parametrize(
    "typed",
    [
        "stroke 3 days ago, clopidogrel plus aspirin, how much more bleeding",
        "AF on dialysis: apixaban - any more bleeding?",
    ],
)
def test_what_there_is_more_of_is_counted(typed: str) -> None:
    question = ask.read(typed)
    assert "bleed" not in question.population and "hemorrhage" not in [
        c.label for c in question.having(Role.POPULATION)
    ]
