"""What a child may get of what its mother took is feared of it, and nothing that it is given for."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.model import Intent, Role


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("I took sertraline while pregnant, will my baby get autism or epilepsy?", {"autism", "epilepsy"}),
        ("I was on valproate when pregnant, will my baby be born with spina bifida?", {"spina bifida"}),
        ("I took paracetamol in pregnancy, will my child have asthma?", {"asthma"}),
        ("will my child get asthma from antibiotics?", {"asthma"}),
    ],
)
def test_what_is_feared_is_the_outcome(question: str, outcome: set[str]) -> None:
    read = ask.read(question)
    assert read.intent is Intent.HARM
    assert {c.label.lower() for c in read.having(Role.OUTCOME)} == outcome
    assert not read.having(Role.POPULATION) and "autism" not in read.population


@pytest.mark.parametrize(
    "question",
    [
        "My child has asthma, will antibiotics help?",
        "can my child have amoxicillin for ear infection",
        "Should my child get ibuprofen for a fever?",
        "My baby has epilepsy, can my baby have valproate?",
    ],
)
def test_what_a_child_has_is_treated_as_before(question: str) -> None:
    read = ask.read(question)
    assert read.intent is not Intent.HARM and not read.having(Role.OUTCOME)


@pytest.mark.parametrize(
    "question",
    [
        "topiramate or cinnarizine for preventing migraine in a 9 year old?",
        "Is candesartan better than propranolol for preventing migraine?",
        "metformin or acarbose for the prevention of migraine",
    ],
)
def test_nobody_has_what_is_to_be_prevented(question: str) -> None:
    read = ask.read(question)
    assert not read.population and [c.label for c in read.having(Role.OUTCOME)] == ["migraine disorders"]


def test_who_has_something_besides_stays_the_population() -> None:
    assert ask.read("aspirin or warfarin for preventing stroke in atrial fibrillation").population == (
        "people with atrial fibrillation"
    )
