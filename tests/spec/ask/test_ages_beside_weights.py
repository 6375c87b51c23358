"""An age stands beside weights and values in every order, and a length of time is none."""

from __future__ import annotations

import pytest

from probatum.ask import read


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("apixaban dose in AF age 84 weight 55 kg", "84 years"),
        ("enoxaparin dose aged 70 weight 90kg eGFR 25", "70 years"),
        ("apixaban AF 78 years creatinine 160 umol/l weight 58kg", "78 years"),
        ("bisoprolol 71 yrs HR 48 bpm", "71 years"),
        ("hypertension for 60 years amlodipine", ""),
        ("stopped smoking 60 years ago, statin", ""),
        ("smoker 60 pack years statin", ""),
        ("paracetamol weight 42 kg", ""),
    ],
)
def test_age(typed: str, age: str) -> None:
    assert read(typed).patient.age == age
