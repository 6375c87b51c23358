"""What a treatment is asked to bring about that nobody wants is an outcome, and no illness of the patient."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent, Role

BROUGHT = [
    ("alteplase at 4 hours: does it raise symptomatic intracranial haemorrhage and does it improve outcome?",
     "intracranial hemorrhages", ""),
    ("does azithromycin given long term for COPD cause liver problems?", "liver diseases",
     "people with chronic obstructive pulmonary disease"),
    ("does aspirin increase major bleeding in healthy people over 70?", "hemorrhage", "healthy people over 70"),
    ("can statins raise diabetes", "diabetes mellitus", ""),
    ("does lithium cause kidney failure?", "renal failure", ""),
    ("does tranexamic acid increase the risk of seizures?", "seizures", ""),
    ("can ramipril cause cough", "cough", ""),
    ("does ibuprofen worsen heart failure", "heart failure", ""),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "outcome", "people"), BROUGHT)
def test_what_is_brought_about_is_a_harm_and_an_outcome(typed: str, outcome: str, people: str) -> None:
    question = read(typed)
    assert question.intent is Intent.HARM
    assert outcome in {c.label for c in question.having(Role.OUTCOME)}
    assert question.population == people
    assert not (question.patient.conditions or question.patient.liver or question.patient.kidney)


def test_what_the_patient_has_besides_stays_his() -> None:
    assert read("she has cirrhosis, does paracetamol cause liver damage").patient.liver == "cirrhosis"
    assert read("does metformin cause lactic acidosis with CKD stage 4").patient.kidney
    assert "atrial fibrillation" in read("will amiodarone cause thyroid disease in a man with AF").patient.conditions


@pytest.mark.parametrize(
    "typed",
    [
        "does clomifene increase pregnancy in polycystic ovary syndrome",
        "does apixaban reduce stroke without increasing bleeding",
        "does oxygen increase survival in heart failure",
    ],
)
def test_what_is_hoped_for_is_no_harm(typed: str) -> None:
    assert read(typed).intent is not Intent.HARM
