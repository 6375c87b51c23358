"""A creatinine without a unit says how it was read; an age that nobody has is none; weeks are those of a pregnancy."""

from __future__ import annotations

import pytest

from probatum import ask, vocabulary
from probatum.errors import ProbatumError
from probatum.model import Question


def read(text: str, *assume: str) -> Question:
    return ask.read(text, vocabulary=vocabulary.load(), assume=assume)


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("metformin, creatinine 140", "140 µmol/l (1.58 mg/dl)"),
        ("metformin with a creatinine of 1.6", "1.6 mg/dl (141 µmol/l)"),
        ("metformin, creatinine 140 umol/l", ""),
        ("metformin for diabetes", ""),
    ],
)
def test_a_creatinine_without_a_unit_says_in_which_it_was_read(text: str, to: str) -> None:
    assert "".join(a.to for a in read(text).assumptions if a.what == "creatinine") == to


def test_an_age_that_nobody_has_is_refused() -> None:
    with pytest.raises(ProbatumError) as refused:
        read("ibuprofen for headache", "age 300")
    assert refused.value.code == "P415"
    assert read("ibuprofen for headache", "age 103").patient.age == "103 years"


def test_weeks_behind_pregnant_are_those_of_the_pregnancy() -> None:
    who = read("ibuprofen for headache", "pregnant, 9 weeks, takes warfarin").patient
    assert "9 weeks" in who.pregnancy and who.drugs == ("warfarin",) and not who.age


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("zorbinol for gravel at 58 with a high cholesterol", "58 years"),
        ("is ibuprofen worth it at 52?", "52 years"),
        ("ibuprofen with a potassium at 52?", ""),
        ("metformin with eGFR at 45 and rising", ""),
        ("ibuprofen at 20 weeks", ""),
    ],
)
def test_a_bare_age_behind_at_is_read(text: str, age: str) -> None:
    assert read(text).patient.age == age
