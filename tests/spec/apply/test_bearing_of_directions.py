"""How much a direction of a label matters to a question: what is needed stands whatever the length."""

from __future__ import annotations

import pytest

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.apply.fitting import speaks_of
from probatum.model import Answer, Patient


def _text(answer: Answer, section: str) -> str:
    return " ".join(s.text for s in answer.section(section).statements)


@pytest.fixture(scope="module")
def starter(starter_library: Library) -> Library:
    return starter_library


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Does dapagliflozin help heart failure with preserved ejection fraction?", "10 mg by mouth once daily"),
        (
            "Should apixaban be preferred to warfarin in an 82 year old with atrial fibrillation?",
            "at least 2 of these 3",
        ),
        ("rivaroxaban for atrial fibrillation in a man of 70", "20 mg"),
    ],
)
def test_the_dose_on_the_label_for_this_use_is_told_at_every_length(typed: str, wanted: str, starter: Library) -> None:
    assert wanted in _text(pipeline.answer(typed, library=starter), "dosing")


def test_the_dose_for_another_use_is_not(starter: Library) -> None:
    told = _text(
        pipeline.answer("Does dapagliflozin help heart failure with preserved ejection fraction?", library=starter),
        "dosing",
    )
    assert "glucose control in type 2 diabetes" not in told
    assert "in chronic kidney disease, the" not in told


def test_every_boxed_warning_of_a_label_is_told(starter: Library) -> None:
    told = _text(pipeline.answer("apixaban for atrial fibrillation", library=starter), "safety")
    assert "stopping apixaban early" in told and "spinal haematoma" in told


def test_drugs_of_another_illness_of_the_patient_are_no_usual_ones(starter: Library) -> None:
    asked = "Should apixaban be preferred to warfarin in an 82 year old with atrial fibrillation and CKD stage 4?"
    assert "finerenone" not in _text(pipeline.answer(asked, library=starter), "safety").lower()


@pytest.mark.parametrize(
    ("text", "age", "held"),
    [
        ("The dose is halved in people aged 80 years or more", "82 years", True),
        ("The dose is halved in people aged 80 years or more", "61 years", False),
        ("Bleeding is more frequent in older people", "70 years", True),
        ("Bleeding is more frequent in older people", "40 years", False),
    ],
)
def test_a_limit_of_age_is_one_of_old_people(text: str, age: str, held: bool) -> None:
    assert speaks_of(text, Patient(age=age)) is held
