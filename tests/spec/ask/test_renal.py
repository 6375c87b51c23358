"""Kidney function from a creatinine: the formulas, the units, and when none is worked out."""

from __future__ import annotations

import pytest

from probatum.ask.people import renal
from probatum.ask.reading import read
from probatum.model import Role


def test_the_formulas_agree_with_worked_examples() -> None:
    # Cockcroft-Gault by hand: (140 - 70) x 72 / (72 x 1.0) = 70; women 0.85 of it.
    assert renal.clearance(70, "male", 72, 1.0) == pytest.approx(70)
    assert renal.clearance(70, "female", 72, 1.0) == pytest.approx(59.5)
    # CKD-EPI 2021 at the knots, where both powers are 1: 142 x 0.9938 ** age.
    assert renal.estimated_filtration(50, "male", 0.9) == pytest.approx(142 * 0.9938**50)
    assert renal.estimated_filtration(50, "female", 0.7) == pytest.approx(1.012 * 142 * 0.9938**50)
    assert renal.estimated_filtration(60, "male", 1.8) == pytest.approx(142 * 2**-1.2 * 0.9938**60)


@pytest.mark.parametrize(
    ("typed", "kidney"),
    [
        ("dabigatran for AF in 81M, 70 kg, creatinine 180 umol/L", "creatinine clearance 28"),
        ("ramipril dose, 66 yo woman 62kg Cr 1.9 mg/dl", "creatinine clearance 29"),
        ("80F 50 kg, serum creatinine is 120, metformin ok?", "creatinine clearance 26"),
        ("metformin in a 72 year old man, creat 160 µmol/l", "eGFR 39"),
    ],
)
def test_a_creatinine_tells_kidney_function(typed: str, kidney: str) -> None:
    question = read(typed)
    assert question.patient.kidney.startswith(kidney), question.patient
    (assumed,) = [a for a in question.assumptions if a.what == "kidneys"]
    assert "Cockcroft-Gault" in assumed.why or "CKD-EPI 2021" in assumed.why
    assert not [c for c in question.concepts if "creatinine" in c.label and c.role is not Role.OTHER]


@pytest.mark.parametrize(
    "typed",
    [
        "ramipril in 66F 62 kg, eGFR 40, creatinine 130",  # the function is told
        "creatine 20 g for a 25 year old man 80 kg",
        "creatinine 22 in a 60 year old man, 70 kg",  # of either unit
        "creatinine 130 in a 60 year old, 70 kg",  # no sex
        "creatinine 130 in a man of 70 kg",  # no age
        "8 year old boy 25 kg creatinine 90, gentamicin",
        "28F 24 weeks pregnant 70 kg creatinine 90, labetalol",
        "albumin creatinine ratio 300 in a 60 year old man 70 kg",
        "creatinine clearance 45 in 60M 70 kg",
    ],
)
def test_none_is_worked_out_where_it_would_not_hold(typed: str) -> None:
    assert not [a for a in read(typed).assumptions if a.what == "kidneys"]


@pytest.mark.parametrize(("typed", "told"), [("creat 140", "140 umol/l"), ("Cr 1.6", "1.6 mg/dl"), ("creat 22", "")])
def test_a_creatinine_is_kept_as_it_was_told(typed: str, told: str) -> None:
    assert renal.told(typed) == told
