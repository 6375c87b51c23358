"""What was measured in a patient stands beside the illness and is none."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.model import Role


@pytest.mark.parametrize(
    ("typed", "ill"),
    [
        ("Is apixaban safe in a patient with a creatinine clearance of 20 ml/min and atrial fibrillation?", "atrial"),
        ("Is metformin safe in a man with a creatinine clearance of 35 ml/min and type 2 diabetes?", "diabetes"),
    ],
)
def test_a_value_is_no_illness(typed: str, ill: str) -> None:
    question = ask.read(typed)
    people = [c.label for c in question.having(Role.POPULATION)]
    assert any(ill in name for name in people) and "creatinine" not in people
    assert "creatinine" not in question.population and question.patient.kidney


def test_an_illness_of_the_kidneys_stays() -> None:
    question = ask.read("Is apixaban safe in a patient with chronic kidney disease and atrial fibrillation?")
    assert any("kidney" in c.label for c in question.having(Role.POPULATION))


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("Is metformin safe in people with heart failure and a troponin of 400?", "troponin"),
        ("Does lixisenatide lower HbA1c in type 2 diabetes with kidney impairment?", "kidney"),
    ],
)
def test_what_is_kept_nowhere_else_stays_with_the_people(typed: str, named: str) -> None:
    assert any(named in c.text.lower() for c in ask.read(typed).having(Role.POPULATION))
