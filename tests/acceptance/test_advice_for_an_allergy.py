"""Advice for people with an allergy is for those who are told to have it, and never the first choice of everybody."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _first(library: Library, question: str) -> str:
    answer = probatum.answer(question, library=library, as_of="2026-11-29")
    return answer.sections[0].statements[0].text


@pytest.mark.parametrize("question", ["first-line treatment for cellulitis", "what antibiotic for cellulitis?"])
def test_the_first_choice_of_everybody_leads(starter_library: Library, question: str) -> None:
    assert "flucloxacillin" in _first(starter_library, question)


@pytest.mark.parametrize(
    "question", ["antibiotic for cellulitis in penicillin allergy", "allergic to penicillin, what for cellulitis?"]
)
def test_who_has_the_allergy_is_told_of_the_other(starter_library: Library, question: str) -> None:
    first = _first(starter_library, question)
    assert "clarithromycin" in first or "doxycycline" in first
