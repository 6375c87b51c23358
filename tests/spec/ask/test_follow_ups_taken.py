"""A medicine that a follow-up says is taken is added to the patient, and never put in the place of what was asked."""

from __future__ import annotations

import pytest

from probatum import ask, vocabulary
from probatum.ask.following import follow
from probatum.model import FollowUpKind as Kind
from probatum.model import Question

BEFORE = "Does colchicine help gout flares?"


def read(text: str) -> Question:
    return ask.read(text, vocabulary=vocabulary.load())


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("he also takes clarithromycin", "takes clarithromycin"),
        ("she is on warfarin", "takes warfarin"),
        ("the patient takes digoxin", "takes digoxin"),
        ("I'm already on ramipril and spironolactone", "takes ramipril, takes spironolactone"),
        ("what if he takes warfarin", "takes warfarin"),
        ("she was started on lithium last week", "takes lithium"),
        ("other meds: warfarin, digoxin", "takes warfarin, takes digoxin"),
        ("already takes apixaban for atrial fibrillation", "takes apixaban, atrial fibrillation"),
        ("she's 82 and on warfarin", "takes warfarin, 82 years"),
        ("on warfarin?", "takes warfarin"),
        ("what about someone taking verapamil?", "takes verapamil"),
        ("with warfarin on board", "takes warfarin"),
        ("he takes warfarin and his eGFR is 25", "takes warfarin, eGFR 25"),
        ("he is taking blood thinners", "takes anticoagulants"),
    ],
)
def test_a_medicine_that_is_taken_is_added_to_the_patient(typed: str, given: str) -> None:
    made = follow(typed, read(BEFORE), read, year=2026)
    assert (made.kind, made.asked, made.assume) == (Kind.PATIENT, BEFORE, (given,))
    assert ask.read(made.asked, vocabulary=vocabulary.load(), assume=made.assume).patient.drugs


@pytest.mark.parametrize(
    "typed",
    ["what about naproxen instead", "what about naproxen?", "he takes naproxen instead", "should he be on naproxen?"],
)
def test_another_treatment_still_takes_the_place(typed: str) -> None:
    made = follow(typed, read(BEFORE), read, year=2026)
    assert (made.kind, made.asked.startswith("naproxen")) == (Kind.TREATMENT, True), made


def test_a_medicine_that_was_stopped_is_not_taken() -> None:
    made = follow("he stopped warfarin", read(BEFORE), read, year=2026)
    assert (made.kind, made.assume, "not on warfarin" in made.asked) == (Kind.PATIENT, (), True)


def test_two_medicines_of_a_follow_up_that_are_to_meet_are_a_new_question() -> None:
    made = follow("she is on warfarin, can she take naproxen?", read(BEFORE), read, year=2026)
    assert made.kind is Kind.NEW


def test_a_measure_is_no_age() -> None:
    assert read("his eGFR is 25, is ibuprofen safe?").patient.age == ""
    assert read("she is 25, is ibuprofen safe?").patient.age == "25 years"
