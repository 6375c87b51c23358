"""What is given next leads where just that is asked, also in an emergency, and before what is done until help comes."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.patient import sexes
from probatum.model import Patient


def _short(library: Library, question: str) -> list[str]:
    answer = probatum.answer(question, library=library, as_of="2026-12-01")
    return [s.text for s in answer.section("bottom_line").statements]


@pytest.mark.parametrize(
    "question",
    [
        "second line for status epilepticus after benzodiazepines",
        "status epilepticus not responding to lorazepam, next drug",
        "what next after lorazepam in status epilepticus",
    ],
)
def test_the_next_medicine_leads(question: str, starter_library: Library) -> None:
    assert "levetiracetam is 60 mg/kg" in _short(starter_library, question)[0]


def test_after_one_dose_what_follows_on_two_waits(starter_library: Library) -> None:
    first = _short(starter_library, "anaphylaxis, no response to first adrenaline")[0]
    assert "refractory" not in first
    assert "adrenaline" in first


def test_the_choice_in_an_allergy_is_told_though_one_of_several_is_for_the_pregnant(starter_library: Library) -> None:
    lines = _short(starter_library, "diabetic foot ulcer antibiotic, penicillin allergic")
    assert "clarithromycin, doxycycline" in lines[0]


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("The choice is A, B or (in pregnancy) C.", True),
        ("In pregnancy, the choice is C.", False),
        ("The choice for pregnant women is C.", False),
    ],
)
def test_brackets_on_pregnancy_leave_the_rest_to_all(text: str, so: bool) -> None:
    assert sexes.fits(text, Patient()) is so


def test_the_choice_in_an_allergy_is_of_the_illness_asked_about(starter_library: Library) -> None:
    lines = _short(starter_library, "cellulitis antibiotic, penicillin allergic, on simvastatin")
    assert not any("dental abscess" in line for line in lines)
    assert any("what is left of that advice is doxycycline" in line for line in lines)


def test_advice_against_it_in_an_illness_besides_stands_before_advice_for_it(starter_library: Library) -> None:
    first = _short(starter_library, "metoclopramide for migraine nausea in Parkinson's")[0]
    assert first.startswith("Guideline, against") and "Parkinson's disease" in first
    assert _short(starter_library, "metoclopramide for migraine")[0].startswith("Guideline (NICE")
