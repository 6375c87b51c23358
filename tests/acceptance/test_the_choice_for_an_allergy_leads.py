"""The choice for people with an allergy leads for who is told to have it, and nothing is told that the allergy bars."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.ask import read

AS_OF = "2026-11-29"


def told(library: Library, typed: str, reader: str = "doctor") -> list[str]:
    answer = probatum.answer(typed, library=library, reader=reader, as_of=AS_OF)
    return [s.text for s in answer.section("bottom_line").statements]


@pytest.mark.parametrize(
    "typed",
    [
        "cellulitis, allergic to penicillin, what instead",
        "penicillin rash as a child, now cellulitis",
        "erysipelas, amoxicillin anaphylaxis",
        "strep throat penicillin allergy",
        "sore throat, had hives from penicillin when I was little",
    ],
)
def test_it_leads(starter_library: Library, typed: str) -> None:
    first, *rest = told(starter_library, typed)
    assert "with penicillin allergy, the choice for adults" in first.lower() and "clarithromycin" in first
    assert not any("flucloxacillin 500 mg" in text for text in (first, *rest))


def test_it_stands_behind_what_the_allergy_forbids_of_the_medicine_asked_about(starter_library: Library) -> None:
    first, second, *_ = told(starter_library, "is amoxicillin ok for sore throat with penicillin allergy")
    assert "contraindicated" in first and "with penicillin allergy, the choice" in second.lower()


def test_no_choice_of_adults_is_told_for_a_child(starter_library: Library) -> None:
    text = " ".join(told(starter_library, "cellulitis in a 5 year old with penicillin allergy"))
    assert "clarithromycin 500 mg" not in text and "doxycycline" not in text


@pytest.mark.parametrize(
    ("typed", "barred"),
    [
        ("UTI sulfa allergy", "sulfamethoxazole"),
        ("uncomplicated cystitis nitrofurantoin allergy", "nitrofurantoin for 5 days"),
        ("gout, allergic to allopurinol", "allopurinol is started"),
        ("stroke prevention, aspirin allergy", "Clopidogrel with aspirin"),
    ],
)
def test_no_trial_of_what_somebody_is_allergic_to_answers(starter_library: Library, typed: str, barred: str) -> None:
    assert barred not in " ".join(told(starter_library, typed))


@pytest.mark.parametrize(
    ("typed", "allergies"),
    [
        ("erysipelas, amoxicillin anaphylaxis", ("amoxicillin",)),
        ("UTI, previous nitrofurantoin rash", ("nitrofurantoin",)),
        ("clarithromycin hives as a child, now a chest infection", ("clarithromycin",)),
        ("amoxicillin rash in glandular fever", ()),
        ("amoxicillin rash", ()),
        ("acne, does doxycycline cause a rash", ()),
        ("high blood pressure, ACE inhibitor angioedema", ()),
    ],
)
def test_a_reaction_in_a_clause_of_its_own_is_an_allergy(typed: str, allergies: tuple[str, ...]) -> None:
    assert read(typed).patient.allergies == allergies


@pytest.mark.parametrize(
    ("typed", "first_choice"),
    [
        ("34F cellulitis, no penicillin allergy, which antibiotic", "flucloxacillin"),
        ("sore throat in an adult, denies penicillin allergy. Which antibiotic?", "phenoxymethylpenicillin"),
        ("sore throat in an adult, not allergic to penicillin, which antibiotic", "phenoxymethylpenicillin"),
        ("2 year old with acute otitis media, no allergys. does she need amoxicillin and how much", "no antibiotic"),
    ],
)
def test_it_is_not_told_where_the_allergy_is_denied(starter_library: Library, typed: str, first_choice: str) -> None:
    lines = told(starter_library, typed)
    assert first_choice in lines[0]
    assert not any("with penicillin allergy" in text.lower() or "clarithromycin" in text for text in lines), lines
    assert not any("contraindicated for this patient" in text for text in lines), lines


def test_another_allergy_denied_takes_none_away(starter_library: Library) -> None:
    lines = told(starter_library, "34F cellulitis, allergic to penicillin, no other allergies. which antibiotic?")
    assert "with penicillin allergy, the choice for adults" in lines[0].lower()
    assert not any("flucloxacillin 500 mg" in text for text in lines)
