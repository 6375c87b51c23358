"""Of several medicines a question asks about those that are still to be decided."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Role

SO_FAR = [
    ("calpol not touching it, can I give her ibuprofen", "ibuprofen", "acetaminophen"),
    ("script for domperidone. pt 71, heart failure, citalopram 20mg od. dispense?", "domperidone", "citalopram"),
    ("amlodipine isn't helping his blood pressure, try lisinopril?", "lisinopril", "amlodipine"),
    ("naproxen was no use for the gout, can I have colchicine", "colchicine", "naproxen"),
]


@pytest.mark.parametrize(("question", "asked", "taken"), SO_FAR)
def test_what_was_given_so_far_is_taken(question: str, asked: str, taken: str) -> None:
    found = read(question)
    assert [c.label for c in found.having(Role.INTERVENTION)] == [asked]
    assert taken not in {c.label for c in found.having(Role.COMPARATOR)}


def test_what_stands_in_notes_on_the_patient_is_taken() -> None:
    read_ = read("script for domperidone. pt 71, heart failure, citalopram 20mg od. dispense?")
    assert read_.patient.drugs == ("citalopram",)


@pytest.mark.parametrize(
    "question", ["calpol or ibuprofen for fever", "which is better, amlodipine 5mg or lisinopril 10mg"]
)
def test_a_choice_stays_one(question: str) -> None:
    assert read(question).patient.drugs == ()


def test_a_class_behind_its_medicine_is_that_medicine() -> None:
    assert read("takes simvastatin. clarithromycin for 7 days, and the statin?").patient.drugs == ("simvastatin",)
    assert "statin" in read("takes simvastatin, would another statin be safer with clarithromycin").read


@pytest.mark.parametrize(
    ("question", "ills"),
    [
        ("sertraline depression heart failure", {"depression", "heart failure"}),
        (
            "empagliflozin type 2 diabetes cardiovascular disease",
            {"type 2 diabetes mellitus", "cardiovascular diseases"},
        ),
    ],
)
def test_two_illnesses_typed_side_by_side_are_both_had(question: str, ills: set[str]) -> None:
    found = read(question, library_count=lambda _: 0)
    assert ills <= {c.label for c in found.having(Role.POPULATION)}


def test_what_is_sought_beside_a_medicine_is_not_that_medicine() -> None:
    found = read("what can I take for headache with warfarin")
    assert not found.having(Role.INTERVENTION) and found.patient.drugs == ("warfarin",)
    assert [c.label for c in read("can I take ibuprofen with warfarin").having(Role.INTERVENTION)]
