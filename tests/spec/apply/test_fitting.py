"""Whether the words of a label speak of the patient asked about."""

from __future__ import annotations

import pytest

from probatum.apply.fitting import of_children_alone, speaks_of
from probatum.apply.labels.kinship import of_class
from probatum.model import Patient


@pytest.mark.parametrize(
    ("text", "patient", "fits"),
    [
        ("people with an eGFR below 30 mL/min", Patient(kidney="eGFR 25"), True),
        ("people with an eGFR below 30 mL/min", Patient(kidney="eGFR of 55"), False),
        ("an eGFR of 30 to 45 mL/min", Patient(kidney="eGFR 38"), True),
        ("an eGFR of 30 to 45 mL/min", Patient(kidney="eGFR 25"), False),
        ("an eGFR of 30 to below 60 ml/min/1.73 m2", Patient(kidney="eGFR 38"), True),
        ("an eGFR of 30 to below 60 ml/min/1.73 m2", Patient(kidney="eGFR 25"), False),
        ("an eGFR of 60 ml/min/1.73 m2 or more", Patient(kidney="eGFR 25"), False),
        ("an eGFR of 60 ml/min/1.73 m2 or more", Patient(kidney="eGFR 75"), True),
        ("children of 10 years or more", Patient(age="8 years"), False),
        ("children of 10 years or more", Patient(age="12 years"), True),
        ("children at doses of 200 mg or more", Patient(age="12 years"), True),
        ("severe kidney disease", Patient(kidney="CKD stage 4"), True),
        ("severe kidney disease", Patient(kidney="eGFR 70"), False),
        ("severe kidney disease", Patient(kidney="kidney disease"), True),
        ("creatinine clearance below 30 mL/min", Patient(kidney="on dialysis"), True),
        ("the third trimester of pregnancy", Patient(pregnancy="34 weeks pregnant"), True),
        ("the third trimester of pregnancy", Patient(pregnancy="second trimester"), False),
        ("the third trimester of pregnancy", Patient(pregnancy="pregnant"), True),
        ("pregnant women with arthritis", Patient(), False),
        ("children below 8 years", Patient(age="6 years"), True),
        ("children below 8 years", Patient(age="10 years"), False),
        ("children below 8 years", Patient(age="child"), True),
        ("infants below 6 months", Patient(age="4 months"), True),
        ("infants below 6 months", Patient(age="9 months"), False),
        ("children from 10 years", Patient(age="40 years"), False),
        ("infants of 3 months or less, at most 30 mg/kg daily", Patient(age="3 years"), False),
        ("infants of 3 months or less, at most 30 mg/kg daily", Patient(age="2 months"), True),
        ("children older than 3 months and below 40 kg", Patient(age="7 years"), True),
        ("children older than 3 months and below 40 kg", Patient(age="2 months"), False),
        ("children from 2 to below 6 years", Patient(age="6 years"), False),
        ("children below 12 years, for up to 5 days", Patient(age="9 years"), True),
        ("adolescents", Patient(age="4 years"), False),
        ("infants", Patient(age="9 years"), False),
        ("infants and children", Patient(age="9 years"), True),
        ("older people", Patient(age="81 years"), True),
        ("a serious allergic reaction to any penicillin", Patient(allergies=("penicillins",)), True),
        ("a serious allergic reaction to any penicillin", Patient(allergies=("amoxicillin",)), True),
        ("a serious allergic reaction to any penicillin", Patient(allergies=("latex",)), False),
        ("NSAIDs raise its level", Patient(drugs=("ibuprofen",)), True),
        ("NSAIDs raise its level", Patient(drugs=("warfarin",)), False),
        ("anticoagulants raise the risk of bleeding", Patient(drugs=("warfarin",)), True),
        ("SSRIs raise the risk of bleeding", Patient(drugs=("sertraline",)), True),
        ("adrenal insufficiency", Patient(kidney="eGFR 25"), False),
        ("severe liver disease", Patient(liver="cirrhosis"), True),
    ],
)
def test_a_direction_fits_a_patient(text: str, patient: Patient, fits: bool) -> None:
    assert speaks_of(text, patient) is fits


@pytest.mark.parametrize(
    ("drug", "allergen", "same"),
    [
        ("amoxicillin", "penicillins", True),
        ("ampicillin", "amoxicillin", True),
        ("doxycycline", "penicillins", False),
        ("doxycycline", "tetracyclines", True),
        ("atorvastatin", "simvastatin", True),
        ("warfarin", "penicillins", False),
    ],
)
def test_a_drug_of_the_class_that_is_not_tolerated(drug: str, allergen: str, same: bool) -> None:
    assert of_class(drug, allergen) is same


@pytest.mark.parametrize(
    ("text", "weight", "fits"),
    [
        ("halved in people with a body weight 60 kg or less", "50 kg", True),
        ("halved in people with a body weight 60 kg or less", "70 kg", False),
        ("halved in people weighing less than 50 kg", "100 lbs", True),
        ("20 mg in adults weighing more than 40 kg", "50 kg", True),
        ("10 mg for each kg of body weight", "50 kg", False),
        ("halved in people with a body weight 60 kg or less", "", False),
    ],
)
def test_a_limit_of_weight_counts_for_a_weight_that_is_told(text: str, weight: str, fits: bool) -> None:
    assert speaks_of(text, Patient(weight=weight)) is fits


@pytest.mark.parametrize(
    ("text", "age", "alone"),
    [
        ("children with chickenpox", "72 years", True),
        ("children with chickenpox", "6 years", False),
        ("children with chickenpox", "", False),
        ("pregnancy at term, because of anaemia in the newborn", "30 years", False),
        ("active bleeding", "72 years", False),
    ],
)
def test_what_is_said_of_children_alone(text: str, age: str, alone: bool) -> None:
    assert of_children_alone(text, Patient(age=age)) is alone


def test_a_limit_at_term_is_of_the_last_weeks() -> None:
    text = "Contraindicated in pregnancy at term (38 to 42 weeks), during labour and delivery."
    assert not speaks_of(text, Patient(pregnancy="12 weeks pregnant"))
    assert speaks_of(text, Patient(pregnancy="39 weeks pregnant"))


@pytest.mark.parametrize(("kidney", "fits"), [("CrCl 24", True), ("eGFR 70", False), ("dialysis", True)])
def test_the_gravest_named_among_the_ill_do_not_narrow_a_warning(kidney: str, fits: bool) -> None:
    text = "Low calcium has occurred in people with advanced chronic kidney disease, above all on dialysis."
    assert speaks_of(text, Patient(kidney=kidney)) is fits
