"""A stage beside a figure, or alone, is never taken for healthy kidneys."""

from __future__ import annotations

import pytest

from probatum.apply import fitting
from probatum.ask import read
from probatum.model import Patient
from probatum.text.ages import Range


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [("CKD3b", 30.0, 44.0), ("CKD 4", 15.0, 29.0), ("chronic kidney disease stage 3a", 45.0, 59.0)],
)
def test_a_stage_is_read_in_any_writing(told: str, low: float, high: float) -> None:
    assert fitting.filtration(told) == Range(low, high)


def test_what_was_measured_goes_before_the_stage() -> None:
    question = read("68M CKD3b eGFR 33 ACR 40,  finerenone - dose?")
    assert fitting.filtration(question.patient.kidney) == Range(33.0, 33.0)


@pytest.mark.parametrize("kidney", ["CKD3b", "chronic kidney disease", "eGFR 33"])
def test_the_dose_for_healthy_kidneys_is_not_this_patients(kidney: str) -> None:
    text = "With an eGFR of 60 ml/min/1.73 m2 or more, the starting dose is 20 mg once daily."
    assert not fitting.speaks_of(text, Patient(kidney=kidney))
