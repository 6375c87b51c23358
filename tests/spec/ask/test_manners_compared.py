"""One treatment in two ways, which of two goes first, and what is written short in haste."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent


@pytest.mark.parametrize(
    ("typed", "one", "two"),
    [
        ("ceftriaxone im or iv for gonorrhoea", "ceftriaxone im", "ceftriaxone iv"),
        ("vitamin D daily vs weekly in rickets", "vitamin D daily", "vitamin D weekly"),
        ("low v high dose aspirin for stroke", "low dose aspirin", "high dose aspirin"),
        ("vit B12 in gastrectomy - jab vs tablets", "vitamin B12 injection", "vitamin B12 tablets"),
    ],
)
def test_a_treatment_in_two_ways(typed: str, one: str, two: str) -> None:
    question = read(typed)
    assert (question.intervention.lower(), question.comparator.lower()) == (one.lower(), two.lower())


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("cyclizine before ondansetron for vomiting in pregnancy", ["cyclizine", "ondansetron"]),
        ("rate or rhythm control in AF", ["rate control", "rhythm control"]),
        ("med student: how does digoxin slow the heart", ["digoxin"]),
        ("how soon to check potassium after starting eplerenone", ["eplerenone"]),
        ("warfarin pt, INR 8, vitamin K by mouth?", ["vitamin K"]),
        ("cellulitis abx needed, is clindamycin ok or avoid", ["clindamycin"]),
    ],
)
def test_what_is_asked_about(typed: str, given: list[str]) -> None:
    question = read(typed)
    assert all(one.lower() in question.intervention.lower() for one in given), question.intervention
    assert len(question.intervention.split(" or ")) == len(given)


def test_smoke_beside_a_drug() -> None:
    question = read("olanzapine 15mg, she stopped smoking last week, does the dose need to come down")
    assert question.intent is Intent.INTERACTION
    assert "olanzapine" in question.intervention
    assert "smoking" in question.intervention


def test_a_drug_to_end_smoking_is_no_interaction() -> None:
    assert read("dose of varenicline to stop smoking").intent is Intent.DOSING


@pytest.mark.parametrize(
    ("typed", "ill"),
    [
        ("amlodipine or ramipril, 61M BP 172/101", "hypertension"),
        ("dapsone with G6PD def ok?", "deficiency"),
        ("acamprosate vs disulfiram alcohol dep 44M", "alcohol"),
    ],
)
def test_what_is_written_short(typed: str, ill: str) -> None:
    assert ill in read(typed).population.lower()


def test_hoping_for_a_child() -> None:
    assert read("spironolactone for acne, wanting a baby next year").patient.pregnancy == "trying to conceive"
    assert not read("chances of getting pregnant with fibroids").patient.pregnancy


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("do support socks stop ankles swelling on felodipine", "compression stockings"),
        ("psoriatic arthritis on leflunomide + prednisolone, flu last week. restart leflunomide when", "leflunomide"),
        ("knee wear and tear 64M, glucosamine any use", "glucosamine"),
    ],
)
def test_what_is_asked_beside_what_is_taken(typed: str, given: str) -> None:
    assert read(typed).intervention == given


def test_a_feeding_mother_in_two_letters() -> None:
    assert read("mastitis, flucloxacillin? BF 6 weeks old").patient.breastfeeding


@pytest.mark.parametrize(
    ("typed", "given", "people"),
    [
        ("upper GI bleed on rivaroxaban for AF, when to restart", "rivaroxaban", "gastrointestinal bleeding"),
        ("alendronate after wrist # 71F", "alendronate", "fracture"),
        ("does zinc stop me catching flu", "zinc", ""),
    ],
)
def test_what_becomes_of_what_is_taken(typed: str, given: str, people: str) -> None:
    question = read(typed)
    assert question.intervention == given
    assert people in question.population if people else not question.population


def test_weeks_of_pregnancy_wherever_they_stand() -> None:
    assert read("cefalexin for cystitis pregnant 12/40").patient.pregnancy == "12 weeks pregnant"
