"""Doses that hold for some people: how words of a label are set beside a patient."""

from __future__ import annotations

import pytest

from probatum.apply import fitting
from probatum.model import Patient

TWO_OF_THREE = (
    "In gravel, the dose of zorbinol is 2 mg twice daily in people with at least 2 of these 3: age 80 years or more, "
    "body weight 60 kg or less, serum creatinine 1.5 mg/dl or more"
)


@pytest.mark.parametrize(
    ("patient", "open_"),
    [
        (Patient(kidney="eGFR 28"), True),
        (Patient(age="70 years"), True),
        (Patient(age="84 years"), True),
        (Patient(age="40 years"), False),
        (Patient(), False),
        (Patient(kidney="eGFR 110"), False),
    ],
)
def test_poor_kidneys_or_age_leave_a_list_of_criteria_open(patient: Patient, open_: bool) -> None:
    assert fitting.undecided(TWO_OF_THREE, patient) is open_


def test_a_list_of_which_nothing_is_met_is_not_partly_met() -> None:
    assert not fitting.partly_met(TWO_OF_THREE, Patient(kidney="eGFR 28"))
    assert fitting.partly_met(TWO_OF_THREE, Patient(age="84 years"))


@pytest.mark.parametrize(
    ("text", "weight", "another"),
    [
        ("In gravel below 50 kg, the dose of zorbinol is 5 mg once daily", "44 kg", False),
        ("In gravel below 50 kg, the dose of zorbinol is 5 mg once daily", "56 kg", True),
        ("In gravel from 50 kg, the dose of zorbinol is 9 mg once daily", "56 kg", False),
        ("In gravel, the dose of zorbinol is 2 mg/kg once daily", "56 kg", False),
    ],
)
def test_a_dose_for_a_weight_is_for_that_weight(text: str, weight: str, another: bool) -> None:
    assert fitting.of_another_weight(text, Patient(weight=weight)) is another


def test_a_childs_weight_is_no_grown_ups() -> None:
    text = "In children below 40 kg, the dose of zorbinol is 2 mg/kg once daily"
    assert fitting.speaks_of(text, Patient(weight="35 kg"))
    assert not fitting.speaks_of(text, Patient(age="81 years", weight="38 kg"))


def test_what_is_cut_for_middling_kidneys_is_cut_further_for_poor_ones() -> None:
    text = "With a creatinine clearance of 30 to 60 ml/min, halve zorbinol, and further when kidney function is poorer"
    assert fitting.speaks_of(text, Patient(kidney="CrCl 20"))
    assert not fitting.speaks_of(text, Patient(kidney="CrCl 90"))
    assert not fitting.speaks_of(text.split(", and")[0], Patient(kidney="CrCl 20"))


def test_a_dose_for_dialysis_is_for_no_one_else_whatever_age_it_names() -> None:
    text = "In end-stage kidney disease on haemodialysis, zorbinol is 5 mg, or 2 mg from 80 years of age or at 60 kg"
    assert not fitting.speaks_of(text, Patient(age="81 years", weight="52 kg"))
    assert fitting.speaks_of(text, Patient(kidney="on dialysis"))


def test_a_dose_without_a_medicine_is_none_beside_it() -> None:
    text = "In gravel, without valproate, the starting dose of zorbinol is 25 mg once daily"
    assert fitting.goes_without(text, Patient(drugs=("valproate",)))
    assert not fitting.goes_without(text, Patient(drugs=("warfarin",)))


def test_kidneys_of_any_degree_are_those_of_the_patient() -> None:
    text = (
        "The dose of zorbinol need not be changed in kidney impairment; people below 15 ml/min were not in the trials"
    )
    assert fitting.speaks_of(text, Patient(kidney="eGFR 22"))
