"""A medicine that brought an allergic reaction is not taken beside the one that is asked about."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent, Role

BESIDE = [
    ("I had angioedema on ramipril, is lisinopril safe for me", "ramipril", "lisinopril", "angioedema"),
    ("i had angiodema on ramipril, is entresto safe", "ramipril", "sacubitril and valsartan", "angioedema"),
    ("I got angioedema on perindopril. is lisinopril ok for me?", "perindopril", "lisinopril", "angioedema"),
    ("previous angioedema with lisinopril, losartan for hypertension?", "lisinopril", "losartan", "angioedema"),
    ("she came out in hives with penicillin years ago, is doxycycline ok", "penicillins", "doxycycline", "urticaria"),
    ("anaphylaxis to amoxicillin as a child, doxycycline dose for pneumonia?", "amoxicillin", "doxycycline", ""),
    ("asthma worsens with aspirin, can I take ibuprofen for headache", "aspirin", "ibuprofen", "asthma"),
    ("history of Stevens-Johnson syndrome after carbamazepine, is lamotrigine safe for epilepsy?", "carbamazepine",
     "lamotrigine", "Stevens-Johnson syndrome"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "borne_ill", "asked", "reaction"), BESIDE)
def test_the_other_medicine_is_asked_about(typed: str, borne_ill: str, asked: str, reaction: str) -> None:
    question = read(typed)
    assert question.patient.allergies == (borne_ill,)
    assert [c.label for c in question.having(Role.INTERVENTION)] == [asked]
    assert question.intent is not Intent.INTERACTION
    assert not question.patient.drugs and not question.danger
    assert not reaction or reaction in question.patient.conditions
    assert not any(c.label == reaction for c in question.having(Role.POPULATION))


@pytest.mark.parametrize("typed", ["previous angioedema with lisinopril", "asthma worsens with aspirin"])
def test_alone_it_is_asked_about_still(typed: str) -> None:
    question = read(typed)
    (asked,) = question.having(Role.INTERVENTION)
    assert question.patient.allergies == (asked.label,) and question.patient.conditions
    assert not question.having(Role.POPULATION)


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("bleeding on warfarin, can I give vitamin K", "warfarin"),
        ("constipation on morphine: lactulose?", "morphine"),
        ("cough on ramipril", "ramipril"),
        ("rash on lamotrigine", "lamotrigine"),
    ],
)
def test_what_a_medicine_does_day_by_day_is_no_allergy(typed: str, taken: str) -> None:
    question = read(typed)
    assert question.patient.drugs == (taken,)
    assert not question.patient.allergies


def test_what_swells_now_is_an_emergency() -> None:
    for typed in (
        "i've got swelling of my tongue on ramipril, can i take cetirizine",
        "ive got swelling of my lips on ramipril, can i take cetirizine",
        "she's got lip swelling with ramipril, can she have cetirizine",
    ):
        assert read(typed).danger == "emergency"


ALLERGENS = [
    ("allergic to septrin, need PCP prophylaxis, co-trimoxazole dose?", "sulfamethoxazole and trimethoprim",
     "sulfamethoxazole and trimethoprim"),
    ("allergic to bactrim, co-trimoxazole for PCP", "sulfamethoxazole and trimethoprim",
     "sulfamethoxazole and trimethoprim"),
    ("allergic to co-amoxiclav, amoxicillin dose for otitis", "amoxicillin and clavulanate", "amoxicillin"),
    ("allergic to macrobid, nitrofurantoin for cystitis dose", "nitrofurantoin", "nitrofurantoin"),
    ("amoxicillin for otitis, allergic to amoxil", "amoxicillin", "amoxicillin"),
    ("had a rash with amoxicillin, amoxicillin dose for otitis?", "amoxicillin", "amoxicillin"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "allergen", "asked"), ALLERGENS)
def test_an_allergen_by_another_name_leaves_what_is_asked(typed: str, allergen: str, asked: str) -> None:
    question = read(typed)
    assert question.patient.allergies == (allergen,)
    assert [c.label for c in question.having(Role.INTERVENTION)] == [asked]
    assert question.intervention.lower() == asked


def test_an_allergen_that_is_named_once_is_not_asked_about() -> None:
    question = read("allergic to penicillin, what antibiotic for cellulitis")
    assert question.patient.allergies == ("penicillins",)
    assert "penicillins" not in {c.label for c in question.having(Role.INTERVENTION)}
