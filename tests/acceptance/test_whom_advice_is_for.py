"""First choices are for the very patient: by origin, by what is had besides, by how grave it is."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

LEADS = (
    ("hypertension, 50 year old Black man, first line", "calcium channel blocker", "ACE inhibitor or an angiotensin"),
    ("Black African man 45 hypertension what to start", "calcium channel blocker", "below 55 years"),
    ("52 year old man, hypertension first line", "below 55 years", "chronic kidney disease"),
    ("alcohol withdrawal, decompensated cirrhosis, benzodiazepine", "oxazepam", "should not be stopped abruptly"),
    ("SVT, asthma, what drug", "verapamil is given in place of adenosine", "adenosine is the first choice"),
)


def _lead(library: Library, question: str) -> list[str]:
    answer = probatum.answer(question, library=library, as_of="2026-11-30")
    return [s.text for s in answer.section("bottom_line").statements]


@pytest.mark.parametrize(("question", "first", "never"), LEADS)
def test_what_is_for_the_patient_leads(starter_library: Library, question: str, first: str, never: str) -> None:
    lead = _lead(starter_library, question)
    assert first in lead[0], lead
    assert not any(never in line for line in lead[:2]), lead


def test_what_an_illness_bars_is_not_given_in_its_place(starter_library: Library) -> None:
    lead = _lead(starter_library, "84 M delirium, haloperidol dose? has Parkinson's")
    assert "contraindicated" in lead[0] and "lorazepam" in lead[1]
    assert not any("risperidone is given" in line or "the dose of haloperidol" in line for line in lead)
    free = _lead(starter_library, "84 M delirium, haloperidol dose?")
    assert any("the dose of haloperidol" in line for line in free)


def test_a_score_tells_how_grave_it_is(starter_library: Library) -> None:
    lead = _lead(starter_library, "community acquired pneumonia, CURB65 3, penicillin anaphylaxis")
    assert not any("low-severity" in line for line in lead)
    mild = _lead(starter_library, "community acquired pneumonia, CURB65 1, penicillin allergy")
    assert any("low-severity" in line for line in mild)
