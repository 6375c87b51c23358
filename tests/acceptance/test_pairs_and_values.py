"""Pairs that a label means without a name, and values that labels set limits in."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def lines(library: Library, question: str, section: str = "bottom_line") -> list[str]:
    answer = probatum.answer(question, library=library, reader="doctor", as_of="2026-11-22")
    return [one.text for one in answer.section(section).statements]


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("citalopram 20 mg with amiodarone", "Not to be taken together (UK label of amiodarone)"),
        ("daridorexant with clarithromycin", "To be avoided together (US label of daridorexant)"),
        ("apixaban with clarithromycin", "On both together (US label of apixaban)"),
    ],
)
def test_a_kind_that_a_label_names_means_its_members(starter_library: Library, question: str, lead: str) -> None:
    assert lines(starter_library, question)[0].startswith(lead)


def test_where_no_label_tells_it_is_said_what_was_looked_for(starter_library: Library) -> None:
    first = lines(starter_library, "edoxaban with amiodarone")[0]
    assert "no label" in first.lower() and "inhibits P-glycoprotein (amiodarone)" in first


def test_too_much_of_a_medicine_is_answered_with_no_routine_dose(starter_library: Library) -> None:
    question = "lithium overdose in a 40 year old"
    assert lines(starter_library, question)[0].startswith("Signs of too much of it")
    assert not lines(starter_library, question, "dosing")
    assert not lines(starter_library, question, "alternatives")


def test_what_makes_bleed_is_no_plain_alternative_beside_an_anticoagulant(starter_library: Library) -> None:
    said = lines(starter_library, "gout flare in 70yo on apixaban, what can I give?", "alternatives")
    assert any(one.startswith("Naproxen only where nothing else will do, with apixaban") for one in said)


@pytest.mark.parametrize(
    ("question", "name", "how"),
    [
        ("alternatives to ibuprofen for acute gout in CKD 4", "Nonsteroidal", "are advised against for this patient"),
        ("lamotrigine alternatives for epilepsy in pregnancy", "Valproate", "only where nothing else will do"),
        ("lamotrigine alternatives for epilepsy in pregnancy", "Topiramate", "only where nothing else will do"),
    ],
)
def test_what_rules_one_out_is_held_against_the_others(
    starter_library: Library, question: str, name: str, how: str
) -> None:
    assert any(one.startswith(name) and how in one for one in lines(starter_library, question, "alternatives"))


def test_what_makes_bleed_takes_no_place_after_a_bleed(starter_library: Library) -> None:
    question = "ticagrelor or clopidogrel after ACS in patient with previous intracranial bleed"
    assert not any("arfarin" in one for one in lines(starter_library, question, "alternatives"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("spironolactone in heart failure, potassium 5.4", "Spironolactone is contraindicated for this patient"),
        ("enoxaparin platelets 45", "below 100000/mm3"),
        ("warfarin INR 6 no bleeding what to do", "warfarin should be withheld for 1 or 2 doses"),
        ("lisinopril K 6.1", "ACE inhibitors, spironolactone and other potassium-sparing diuretics should be stopped"),
    ],
)
def test_a_value_is_held_against_the_label(starter_library: Library, question: str, said: str) -> None:
    assert said in lines(starter_library, question)[0]
