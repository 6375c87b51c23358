"""Several questions in one text are read apart; one question stays whole."""

from __future__ import annotations

import pytest

from probatum.ask import parts

SEVERAL = [
    ("adrenaline dose in adult and child", ("adrenaline dose in adults", "And in children?")),
    ("dose of ceftriaxone in children and adults?", ("dose of ceftriaxone in adults", "And in children?")),
    (
        "Does metformin work in PCOS and what dose, and is it safe in pregnancy?",
        ("Does metformin work in PCOS", "what dose", "is it safe in pregnancy?"),
    ),
    (
        "Is ibuprofen safe with warfarin? What about paracetamol?",
        ("Is ibuprofen safe with warfarin", "What about paracetamol?"),
    ),
    (
        "What is the dose of amoxicillin for pneumonia and side effects?",
        ("What is the dose of amoxicillin for pneumonia", "side effects?"),
    ),
    ("How does metformin work and how long does it take?", ("How does metformin work", "how long does it take?")),
    (
        "My mum takes warfarin. Is ibuprofen ok? And paracetamol?",
        ("My mum takes warfarin. Is ibuprofen ok", "And paracetamol?"),
    ),
    (
        "Will zorbinol really help, how long would she be on it, and is it dangerous?",
        ("Will zorbinol really help", "how long would she be on it", "is it dangerous?"),
    ),
    (
        "Is topiramate a risk to the baby, and for the cough is gravel any better than zorbinol?",
        ("Is topiramate a risk to the baby", "for the cough is gravel any better than zorbinol?"),
    ),
    (
        "Would zorbinol lower his risk and how is it titrated, and would gravel be the better choice?",
        ("Would zorbinol lower his risk", "how is it titrated", "would gravel be the better choice?"),
    ),
    (
        "Can she have both, and what could be given instead?",
        ("Can she have both", "what could be given instead?"),
    ),
    (
        "which antibiotic for cystitis in pregnancy and for how long",
        ("which antibiotic for cystitis in pregnancy", "for how long"),
    ),
]


@pytest.mark.parametrize(("typed", "apart"), SEVERAL)
def test_several_questions_are_parted(typed: str, apart: tuple[str, ...]) -> None:
    assert parts(typed) == apart


@pytest.mark.parametrize(
    "typed",
    [
        "is ibuprofen safe in adults and children",
        "dose for a 10 kg child and adult",
        "Does X reduce pain and is associated with less bleeding?",
        "Should I use apixaban or warfarin, which is better?",
        "I am 34 weeks pregnant. Can I take ibuprofen?",
        "Is there a difference between how A works and how B works?",
        "Explain how lithium works and what to monitor",
        "Statins: do they prevent stroke and heart attack?",
        "What is the role of mexiletine in muscle cramps and spasticity?",
    ],
)
def test_one_question_stays_whole(typed: str) -> None:
    assert parts(typed) == (typed,)
