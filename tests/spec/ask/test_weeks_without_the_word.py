"""Weeks that a woman is at are those of a pregnancy; how long something lasts and how old a baby is are not."""

from __future__ import annotations

import pytest

from probatum.ask import read


@pytest.mark.parametrize(
    ("typed", "weeks"),
    [
        ("she is 39 weeks with cystitis, nitrofurantoin dose?", 39),
        ("she's 40 weeks, UTI, nitrofurantoin", 40),
        ("ibuprofen fever dose, 31 wks", 31),
        ("she is 39/40, UTI, nitrofurantoin", 39),
        ("I'm 33 weeks and have a headache, can I take ibuprofen", 33),
        ("28F 36 weeks, UTI, nitrofurantoin", 36),
        ("nitrofurantoin for cystitis, 38+4 weeks", 38),
        ("32 year old woman, 20 weeks, migraine, sumatriptan", 20),
        ("vomiting at 9 weeks, cant keep water down, what is safe", 9),
        ("bad heartburn at 12 weeks, what can I take", 12),
    ],
)
def test_weeks_that_somebody_is_at_are_of_a_pregnancy(typed: str, weeks: int) -> None:
    assert read(typed).patient.pregnancy == f"{weeks} weeks pregnant"


@pytest.mark.parametrize(
    "typed",
    [
        "prednisolone for polymyalgia for 6 weeks",
        "doxycycline for lyme, 6 weeks",
        "cough for 8 weeks, she takes ramipril",
        "nitrofurantoin after 8 weeks of trimethoprim",
        "blood test in 3 weeks",
        "denosumab every 4 weeks",
        "stroke 6 weeks ago, apixaban",
        "6-week-old with fever",
        "baby is 10 weeks, fever",
        "my daughter is 32 weeks, paracetamol dose",
        "she is 6 weeks, fever, paracetamol dose",
        "does physiotherapy improve pain at 20 weeks",
        "she is 20 weeks post op, apixaban",
        "he is 30 weeks, ibuprofen",
        "she is 72, 14 weeks of cough",
        "she is on prednisolone 20 weeks, PJP prophylaxis?",
        "antibiotics for osteomyelitis, 6 wks or 12 wks",
        "vomiting at 9 weeks old, what is safe",
        "baby being sick at 6 weeks",
    ],
)
def test_other_weeks_are_not(typed: str) -> None:
    assert read(typed).patient.pregnancy == ""


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("low dose asa from 12/40 to cut preeclampsia", "Low dose aspirin from 12 weeks pregnant to cut preeclampsia"),
        ("asa 75 mg after a stroke", "Aspirin 75 mg after a stroke"),
        ("is asa a name", "Is asa a name"),
    ],
)
def test_a_medicine_in_haste_is_read_beside_its_dose(typed: str, read_as: str) -> None:
    assert read(typed).read.lower() == read_as.lower()
