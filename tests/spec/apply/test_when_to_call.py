"""When a doctor is to be called with an illness is answered by its danger signs and by what guidelines say of referral,
and not by what treatments did in trials."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer


def _short(made: Answer) -> str:
    return " ".join(s.plain or s.text for s in made.section("bottom_line").statements)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("when should i call the doctor with a uti im 30", "pain in the side or back"),
        ("when should i worry about my toddlers chickenpox", "stiff neck"),
        ("baby has bronchiolitis when do i take her to hospital", "emergency referral"),
        ("when to call the doctor with a cold", "nothing that tells when to call"),
    ],
)
def test_signs_lead(starter_place: Path, typed: str, told: str) -> None:
    made = probatum.answer(typed, library=starter_place, reader="patient")
    assert told in _short(made)
    assert not any(s.kind.value in ("finding", "pooled") for s in made.section("bottom_line").statements)


@pytest.mark.parametrize(
    "typed", ["what helps chickenpox itch in my toddler", "when should i take my ramipril", "zinc for a cold"]
)
def test_other_questions_are_answered_as_before(starter_place: Path, typed: str) -> None:
    assert "if there is any of these" not in _short(probatum.answer(typed, library=starter_place, reader="patient"))


def test_the_label_of_the_very_medicine_warns(starter_place: Path) -> None:
    typed = "dad has dementia and is agitated at night, would quetiapine help"
    short = _short(probatum.answer(typed, library=starter_place, reader="carer"))
    assert "label of quetiapine, the very medicine asked about" in short
    of_class = _short(probatum.answer("antipsychotics for dementia", library=starter_place, reader="carer"))
    assert "the very medicine asked about" not in of_class


@pytest.mark.parametrize("typed", ["swollen ankles on amlodipine", "taking amoxicillin and come out in a rash"])
def test_other_medicines_stand_before_no_complaint(starter_place: Path, typed: str) -> None:
    made = probatum.answer(typed, library=starter_place, reader="patient")
    assert "With other medicines" not in _short(made)


def test_a_complaint_of_a_medicine_has_no_medicines_of_its_own(starter_place: Path) -> None:
    typed = "ive had a dry cough since starting ramipril is it the tablets?"
    made = probatum.answer(typed, library=starter_place, reader="patient")
    assert not made.section("alternatives").statements
    assert "headache was seen" not in _short(made).lower()
    assert probatum.answer("what helps an acute cough", library=starter_place).section("alternatives").id
