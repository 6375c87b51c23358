"""To what somebody is allergic is read the same in whatever order it is told."""

from __future__ import annotations

import pytest

from probatum.ask.reading import read
from probatum.model import Intent, Role


@pytest.mark.parametrize(
    ("typed", "allergens"),
    [
        ("furosemide, sulfa allergy", ("sulfonamides",)),
        ("furosemide allergic to sulfa", ("sulfonamides",)),
        ("furosemide with a sulpha drug allergy", ("sulfonamides",)),
        ("can I have furosemide, allergic to sulphonamides", ("sulfonamides",)),
        ("furosemide ok with allergy to penicillin", ("penicillins",)),
        ("furosemide, penicillin allergic", ("penicillins",)),
        ("furosemide ok? pen allergic", ("penicillins",)),
        ("furosemide ok, allergies: penicillin and aspirin", ("penicillins", "aspirin")),
        ("furosemide, can't have aspirin - allergy", ("aspirin",)),
        ("furosemide in hypersensitivity to aspirin", ("aspirin",)),
        ("furosemide, takes aspirin, allergic to penicillin", ("penicillins",)),
        ("furosemide, no allergies", ()),
        ("furosemide, no sulfa allergy", ()),
        ("furosemide, not allergic to sulfa", ()),
        ("furosemide, denies an allergy to penicillin", ()),
        ("furosemide, no other drugs, sulfa allergy", ("sulfonamides",)),
        ("furosemide, no latex allergy but penicillin allergy", ("penicillins",)),
        ("furosemide for a skin allergy", ()),
    ],
)
def test_an_allergen_is_read_in_every_order(typed: str, allergens: tuple[str, ...]) -> None:
    assert read(typed).patient.allergies == allergens


@pytest.mark.parametrize(
    "typed",
    ["furosemide ok with allergy to penicillin", "is metformin ok with aspirin allergy", "apixaban, sulfa allergy?"],
)
def test_it_is_neither_taken_nor_asked_about(typed: str) -> None:
    question = read(typed)
    assert question.intent is not Intent.INTERACTION and not question.patient.drugs and not question.population
    assert len([c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]) == 1


def test_an_allergy_that_is_treated_stays_what_is_treated() -> None:
    assert "peanut" in read("does omalizumab help peanut allergy").population
    assert "allergy" in read("cetirizine for allergy").population
