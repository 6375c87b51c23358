"""A stage beside a figure, or alone, is never taken for healthy kidneys."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
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


@pytest.mark.parametrize(
    ("typed", "low"),
    [
        ("metformin in stage 4 kidney disease", 15.0),
        ("metformin with stage four kidney disease", 15.0),
        ("ibuprofen, stage 3b renal failure", 30.0),
        ("naproxen with kidney disease (stage 5)", 0.0),
    ],
)
def test_a_stage_that_stands_before_the_kidneys(typed: str, low: float) -> None:
    found = fitting.filtration(read(typed).patient.kidney)
    assert found is not None and found.low == low


@pytest.mark.parametrize(
    "typed", ["stage 2 hypertension and kidney disease, ramipril", "ibuprofen in stage 3 lung cancer"]
)
def test_a_stage_of_something_else_is_none_of_the_kidneys(typed: str) -> None:
    assert fitting.filtration(read(typed).patient.kidney) is None


def test_the_stage_of_an_acute_injury_tells_no_function() -> None:
    assert fitting.filtration("acute kidney injury stage 3") is None


def test_what_bars_it_leads_whatever_is_to_be_prevented(starter_place: Path) -> None:
    typed = "does metformin prevent diabetes in stage 4 kidney disease"
    made = probatum.answer(typed, reader="patient", library=starter_place)
    assert "must not be used in this person" in (made.section("bottom_line").statements[0].plain or "")
    path = [s.plain or s.text for s in made.section("algorithm").statements]
    assert path[0].startswith("Do not begin metformin") and not any("morphine" in line for line in path)
