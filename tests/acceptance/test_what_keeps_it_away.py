"""What keeps an illness away is answered by what is given against it between attacks, and never by what ends one."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Intent


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("what can i do so my migraines dont come back", "propranolol, topiramate or amitriptyline"),
        ("what can i take to stop getting migraines", "propranolol, topiramate or amitriptyline"),
        ("how do i prevent migraines", "propranolol, topiramate or amitriptyline"),
        ("how can i stop my gout coming back", "allopurinol or febuxostat"),
        ("how do i prevent gout attacks", "allopurinol or febuxostat"),
    ],
)
def test_advice_on_preventing_leads(typed: str, given: str, starter_library: Library) -> None:
    answer = probatum.answer(typed, library=starter_library, reader="patient", as_of="2026-11-29")
    assert answer.question.intent is Intent.PREVENTION
    told = " ".join(s.text for s in answer.sections[0].statements)
    assert given in told
    assert "in an acute migraine attack" not in told.lower() and "treatment of a gout flare" not in told


def test_what_comes_back_on_treatment_is_still_to_be_treated(starter_library: Library) -> None:
    answer = probatum.answer("my eczema keeps coming back what should i use", library=starter_library)
    assert answer.question.intent is Intent.THERAPY


@pytest.mark.parametrize(
    "typed", ["my little girl has head lice what works best, she is 5", "how do i get rid of head lice"]
)
def test_what_a_summary_of_advice_tells_as_done_is_advised(typed: str, starter_library: Library) -> None:
    first = probatum.answer(typed, library=starter_library, reader="patient").sections[0].statements[0].text
    assert "dimeticone 4% lotion or malathion 0.5% liquid is put on twice" in first


def test_a_chest_infection_is_none_of_the_nose_and_throat(starter_library: Library) -> None:
    typed = "im allergic to penicillin what can i have for a chest infection"
    answer = probatum.answer(typed, library=starter_library, reader="patient")
    assert "doxycycline 200 mg" in " ".join(s.text for s in answer.sections[0].statements)


def test_what_a_juice_is_made_of_names_it_too(starter_library: Library) -> None:
    first = probatum.answer("does cranberry juice help with uti", library=starter_library).sections[0].statements
    assert any("no evidence for cranberry products" in s.text for s in first)
    assert not any("what follows is on other treatments" in s.text for s in first)


@pytest.mark.parametrize(
    "typed", ["what can i do to stop getting cystitis", "how do i stop my daughters asthma attacks"]
)
def test_how_it_is_treated_is_no_answer_on_what_keeps_it_away(typed: str, starter_library: Library) -> None:
    answer = probatum.answer(typed, library=starter_library, reader="carer", as_of="2026-11-29")
    first = answer.sections[0].statements
    assert "tells what keeps" in first[0].text
    assert not any("first choice" in s.text for s in first)
    assert not any("whether is" in s.text for section in answer.sections for s in section.statements)
