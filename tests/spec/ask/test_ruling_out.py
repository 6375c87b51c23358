"""A result told beside a further test: what it rules out is asked, and the further test is what it may spare."""

from __future__ import annotations

import pytest

from probatum.ask.reading import read
from probatum.model import Intent, Role


@pytest.mark.parametrize(
    ("typed", "test", "people"),
    [
        ("67F swollen calf, Wells 1, D-dimer 540, does she still need a duplex ultrasound?", "d-dimer", "thrombo"),
        ("breathless 71M suspected PE, d-dimer of 650. skip the CT?", "d-dimer", "pulmonary embolism"),
        ("FIT 8 in a 55 year old with rectal bleeding, can we skip colonoscopy", "fecal immunochemical test", ""),
        ("troponin 5 at 3 hours in 60M with chest pain, can he go home?", "troponin", "myocardial infarction"),
    ],
)
def test_the_test_with_the_result_is_asked_about(typed: str, test: str, people: str) -> None:
    question = read(typed)
    assert question.intent is Intent.DIAGNOSIS
    assert [c.label.lower() for c in question.having(Role.INTERVENTION)] == [test]
    assert people in question.population


@pytest.mark.parametrize(
    "typed",
    [
        "metformin with eGFR 28, should I stop it?",
        "HbA1c 64 on metformin, do I need to add gliclazide?",
        "INR 6 on warfarin, does she need vitamin K?",
        "potassium 6.1, does he need calcium gluconate?",
        "how accurate is D-dimer in pulmonary embolism",
    ],
)
def test_what_is_to_be_treated_by_a_figure_is_no_such_question(typed: str) -> None:
    question = read(typed)
    told = [c.label.lower() for c in question.having(Role.INTERVENTION)]
    assert question.intent is not Intent.DIAGNOSIS or told == ["d-dimer"]


def test_home_is_no_treatment_beside_a_result() -> None:
    question = read("72F ?PE wells 3. ddimer 690 ug/L. CTPA or home?")
    assert [c.label for c in question.having(Role.INTERVENTION)] == ["D-dimer"]
