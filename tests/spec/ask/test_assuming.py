"""What is given beside a question corrects how it is read, and is listed."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.ask.assuming import given_before
from probatum.errors import ProbatumError
from probatum.model import Patient, Role

QUESTION = "Does quinine help with spasms?"


@pytest.mark.parametrize(
    ("given", "field", "value"),
    [
        ("pregnant", "pregnancy", "pregnant"),
        ("pregnant, eGFR 25", "kidney", "eGFR 25"),
        ("CrCl 20", "kidney", "CrCl 20"),
        ("on dialysis", "kidney", "on dialysis"),
        ("cirrhosis", "liver", "cirrhosis"),
        ("78", "age", "78 years"),
        ("age 78; female", "age", "78 years"),
        ("age 78; female", "sex", "female"),
        ("breast-feeding", "breastfeeding", True),
        ("65 kg", "weight", "65 kg"),
        ("takes warfarin and digoxin", "drugs", ("warfarin", "digoxin")),
        ("warfarin", "drugs", ("warfarin",)),
        ("penicillin allergy", "allergies", ("penicillins",)),
        ("heart failure", "conditions", ("heart failure",)),
    ],
)
def test_a_detail_of_the_patient(given: str, field: str, value: object) -> None:
    question = read(QUESTION, assume=[given])
    assert getattr(question.patient, field) == value
    assert any(a.what == "given" and a.to for a in question.assumptions)


def test_what_is_given_goes_before_what_the_question_says() -> None:
    question = read("Is quinine safe for a child who is pregnant?", assume=["age 40, not pregnant"])
    assert (question.patient.age, question.patient.pregnancy) == ("40 years", "")


def test_a_word_means_what_is_said_and_not_what_is_usual() -> None:
    assert [c.label for c in read(QUESTION).having(Role.POPULATION)] == ["muscle cramp"]
    question = read(QUESTION, assume=["spasms=spasticity"])
    assert [c.label for c in question.having(Role.POPULATION)] == ["muscle spasticity"]
    assert [(a.from_, a.to) for a in question.assumptions if a.what == "given"] == [("spasms", "spasticity")]


def test_what_was_given_can_be_given_again() -> None:
    question = read(QUESTION, assume=["pregnant, eGFR 25", "spasms=spasticity"])
    again = read(QUESTION, assume=given_before(question.assumptions))
    assert again == question


@pytest.mark.parametrize(
    ("given", "code"), [("purple", "P415"), ("=spasticity", "P415"), ("cough=asthma", "P416"), ("not", "P415")]
)
def test_what_is_not_understood_is_refused(given: str, code: str) -> None:
    with pytest.raises(ProbatumError, match=code):
        read(QUESTION, assume=[given])


def test_nothing_given_changes_nothing() -> None:
    assert read(QUESTION, assume=[]) == read(QUESTION)
    assert read(QUESTION).patient == Patient()
