"""Directions for people who meet so many criteria of a list, and limits of creatinine."""

from __future__ import annotations

import pytest

from probatum.apply import fitting
from probatum.apply.patient import criteria
from probatum.model import Patient

TEXT = (
    "The dose of zerafine is 5 mg daily in people with at least 2 of these 3: age 75 years or more, body weight 50 kg "
    "or less, serum creatinine 1.5 mg/dl or more."
)


@pytest.mark.parametrize(
    ("patient", "fits"),
    [
        (Patient(age="80 years", weight="45 kg"), True),
        (Patient(age="80 years", weight="45 kg", creatinine="90 umol/l"), True),
        (Patient(age="60 years", weight="45 kg", creatinine="140 umol/l"), True),
        (Patient(age="60 years", weight="45 kg", creatinine="120 umol/l"), False),
        (Patient(age="80 years", weight="70 kg", creatinine="1.4 mg/dl"), False),
        (Patient(age="60 years", weight="70 kg"), False),
        (Patient(age="80 years"), None),
        (Patient(), None),
    ],
)
def test_enough_criteria_make_a_direction_fit(patient: Patient, fits: bool | None) -> None:
    made = criteria.judged(TEXT, fitting.told(patient))
    assert made is not None
    assert made.fits is fits
    assert fitting.speaks_of(TEXT, patient) is (fits is True or (fits is None and bool(patient.age)))
    assert fitting.undecided(TEXT, patient) is (fits is None and bool(patient.age))


def test_what_is_met_is_said_with_its_sums() -> None:
    made = criteria.judged(TEXT, fitting.told(Patient(age="80 years", weight="70 kg", creatinine="140 umol/l")))
    assert made is not None
    said, sums = criteria.said(made)
    assert said == "met: age 80 years, serum creatinine 1.58 mg/dl; not met: body weight 70 kg"
    assert [(s.expression, s.result) for s in sums] == [
        ("140 / 88.42", "1.58"), ("80 - 75", "5"), ("70 - 50", "20"), ("1.58 - 1.5", "0.08"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["at least 2 of these 3: cough, fever, age 65 years or more", "at least 2 tablets a day", "in older people"],
)
def test_a_list_of_another_sort_is_not_judged(text: str) -> None:
    assert criteria.judged(text, criteria.Told(80, 50, 2.0)) is None


@pytest.mark.parametrize(
    ("text", "creatinine", "within"),
    [
        ("with a serum creatinine above 1.4 mg/dl and up to 2.8 mg/dl, the dose is", 2.0, True),
        ("with a serum creatinine above 1.4 mg/dl and up to 2.8 mg/dl, the dose is", 1.4, False),
        ("with a serum creatinine above 2.8 mg/dl, the dose is", 3.0, True),
        ("with a serum creatinine of 150 micromol/l or more, it is", 1.8, True),
        ("with a serum creatinine below 150 micromol/l, it is", 1.8, False),
        ("with a creatinine clearance below 30 ml/min, it is", 1.8, None),
    ],
)
def test_limits_of_creatinine_are_compared_in_their_unit(text: str, creatinine: float, within: bool | None) -> None:
    assert criteria.within(text, creatinine) is within


def test_a_direction_for_failing_kidneys_is_none_for_healthy_ones() -> None:
    assert not fitting.speaks_of("In kidney disease, avoid it.", Patient(kidney="creatinine clearance 105 ml/min"))
    assert fitting.speaks_of("In kidney disease, avoid it.", Patient(kidney="eGFR 40"))
