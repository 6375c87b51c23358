"""What a measure, a hope or an allergy in a question stands for."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent, Role


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("spironolactone in heart failure with EF 30%?", "systolic heart failure"),
        ("finerenone in heart failure, EF 55%?", "HFpEF"),
        ("spironolactone in heart failure, EF 45%?", "heart failure"),
    ],
)
def test_an_ejection_fraction_says_which_heart_failure_it_is(question: str, kind: str) -> None:
    assert kind in {c.label for c in read(question).having(Role.POPULATION)}


def test_a_risk_that_is_to_be_made_less_is_no_harm() -> None:
    asked = read("Would semaglutide lower his cardiovascular risk?")
    assert asked.intent is Intent.THERAPY and asked.outcome == "cardiovascular risk"
    assert read("is it safe to take aspirin?").intent is Intent.HARM


def test_to_be_allergic_is_no_treatment() -> None:
    asked = read("Treatment for cystitis at 28 weeks pregnant with penicillin anaphylaxis")
    assert not asked.having(Role.INTERVENTION) and asked.patient.allergies


def test_an_infarction_alone_is_of_the_heart() -> None:
    assert "myocardial infarction" in {c.label for c in read("aspirin after a previous infarction").concepts}
    assert "myocardial infarction" not in {c.label for c in read("aspirin after an infarction of the brain").concepts}


def test_what_somebody_had_in_an_earlier_pregnancy_is_past() -> None:
    asked = "Woman of 13 weeks with pre-eclampsia in her last pregnancy: how much does aspirin cut the risk?"
    assert not read(asked).danger
    assert read("I had crushing chest pain in the last hour").danger == "emergency"


@pytest.mark.parametrize(
    "question",
    [
        "My gran with dementia is on donepezil, what side effects should I look for?",
        "I take donepezil. what are the side effects?",
    ],
)
def test_of_the_one_medicine_that_is_taken_its_harms_are_asked(question: str) -> None:
    asked = read(question)
    assert [c.label for c in asked.having(Role.INTERVENTION)] == ["donepezil"] and asked.intent is Intent.HARM


def test_of_two_that_are_taken_neither_is_chosen() -> None:
    assert not read("She takes donepezil and amlodipine. what side effects should I look for?").having(
        Role.INTERVENTION
    )


def test_how_a_dose_is_raised_asks_for_doses_and_how_long_an_illness_lasts_for_its_course() -> None:
    assert read("he takes allopurinol 100 mg, how is the dose raised?").intent is Intent.DOSING
    assert read("How long does otitis media last?").intent is Intent.PROGNOSIS
