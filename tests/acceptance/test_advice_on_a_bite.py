"""Advice on an illness that has not gone so far, or for those with an allergy, is none where neither is told."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def lead(library: Library, question: str) -> str:
    answer = probatum.answer(question, library=library, as_of="2026-11-29")
    return " ".join(s.text for s in answer.sections[0].statements)


@pytest.mark.parametrize(
    "question",
    [
        "dog bite hand 2h ago, no allergy. abx? which how long",
        "dog bite to hand, skin broken, which antibiotic, how long",
    ],
)
def test_the_first_choice_leads(starter_library: Library, question: str) -> None:
    told = lead(starter_library, question)
    assert "takes for granted" not in told and "co-amoxiclav" in told
    assert "and penicillin allergy" not in told


def test_the_allergic_have_their_own(starter_library: Library) -> None:
    assert "doxycycline" in lead(starter_library, "animal bite, penicillin allergy, which antibiotic")


def test_what_is_advised_against_for_all_is_told_first(starter_library: Library) -> None:
    assert lead(starter_library, "which antibiotic for a common cold").startswith("The question takes for granted")


def test_those_without_the_allergy_keep_their_advice(starter_library: Library) -> None:
    assert "flucloxacillin" in lead(starter_library, "cellulitis of the leg, no allergies, which antibiotic")


def test_days_alone_bring_no_other_illness(starter_library: Library) -> None:
    told = lead(starter_library, "17 weeks pregnant, cystitis. what antibiotic, dose, how many days")
    assert "nitrofurantoin" in told and "otitis" not in told
