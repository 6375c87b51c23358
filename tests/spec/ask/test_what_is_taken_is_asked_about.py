"""Of a medicine that is only told as taken it may be asked all the same; and who it happens to is no outcome."""

from __future__ import annotations

import pytest

from probatum.apply.together import combining
from probatum.ask import read
from probatum.model import Intent

TAKEN = [
    ("Patient on lithium, what monitoring is needed?", "lithium"),
    ("He takes amiodarone, which blood tests does he need?", "amiodarone"),
    ("She takes topiramate and wants a baby, what should we do?", "topiramate"),
    ("I am on apixaban and have an operation next week, what should I do?", "apixaban"),
    ("She takes metformin and her sugar is still high, what should we do?", ""),
    ("On ramipril, what should I add for blood pressure?", ""),
]


@pytest.mark.parametrize(("text", "treatment"), TAKEN)
def test_what_is_taken_is_asked_about_where_nothing_else_can_be_meant(text: str, treatment: str) -> None:
    assert read(text).intervention == treatment


def test_who_wants_a_baby_is_no_baby() -> None:
    who = read("My sister takes carbamazepine and wants another baby, is that ok?").patient
    assert (who.pregnancy, who.age) == ("trying to conceive", "")
    assert read("My baby has croup, do steroids help?").patient.age == "infant"


COMBINED = ["co-trimoxazole", "Co-amoxiclav"]


@pytest.mark.parametrize("name", COMBINED)
def test_a_fixed_combination_is_a_drug(name: str) -> None:
    question = read(f"My nan is on warfarin and has been given {name} for a chest infection, is that ok?")
    assert question.intent is Intent.INTERACTION


OUTCOMES = [
    ("Will a statin stop me having a stroke?", "stroke"),
    ("Will tirzepatide help him lose weight?", "weight loss"),
    ("Does melatonin help sleep?", "sleep"),
]


@pytest.mark.parametrize(("text", "outcome"), OUTCOMES)
def test_whom_it_happens_to_is_no_part_of_what_happens(text: str, outcome: str) -> None:
    assert read(text).outcome == outcome


APART = [
    ("Can I have wine with my sleeping tablet zolpidem?", {"zolpidem", "alcohol"}),
    ("Can I take my statin atorvastatin with clarithromycin?", {"atorvastatin", "clarithromycin"}),
    ("Is it safe to take naproxen with my ramipril and diuretic?", {"naproxen", "ramipril", "diuretics"}),
]


@pytest.mark.parametrize(("text", "both"), APART)
def test_a_medicine_is_not_taken_together_with_its_own_class(text: str, both: set[str]) -> None:
    assert set(combining.together(read(text))) == both
