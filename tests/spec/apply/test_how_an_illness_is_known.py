"""Whoever asks how an illness is known is told that first, and no treatment instead."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _texts(typed: str, library: Library, section: str = "bottom_line") -> list[str]:
    answer = probatum.answer(typed, library=library)
    return [s.text for p in answer.sections if p.id == section for s in p.statements]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("How is giant cell arteritis diagnosed?", "is suspected above 50 years with new headache"),
        ("How is polymyalgia rheumatica diagnosed?", "aching of both shoulders or hips"),
        ("How is benign paroxysmal positional vertigo told from a central cause?", "point to a central cause"),
        ("How is Bell's palsy told from a stroke?", "moves normally at the forehead"),
        ("When should I suspect Lyme disease?", "erythema migrans"),
    ],
)
def test_how_it_is_known_leads(typed: str, first: str, starter_library: Library) -> None:
    assert first in _texts(typed, starter_library)[0]


@pytest.mark.parametrize("typed", ["How is type 2 diabetes diagnosed?", "how is C difficile diagnosed"])
def test_where_nothing_tells_it_that_is_said_before_a_treatment(typed: str, starter_library: Library) -> None:
    assert "tells how" in _texts(typed, starter_library)[0]


def test_what_is_begun_before_the_tests_is_told_where_that_is_asked(starter_library: Library) -> None:
    typed = "How is giant cell arteritis diagnosed, and should treatment wait for the biopsy?"
    assert "without waiting for tests" in _texts(typed, starter_library)[1]
    path = _texts(typed, starter_library, "algorithm")
    leads = [text.partition(" (")[0] for text in path if "(British" in text]
    assert leads == ["Suspect it", "Begin without waiting", "Call in help", "Test"]
    assert "CRP and ESR" in path[-1]


@pytest.mark.parametrize(
    "typed", ["D-dimer to rule out pulmonary embolism", "What is the treatment of giant cell arteritis?"]
)
def test_a_test_and_a_treatment_are_asked_in_another_way(typed: str, starter_library: Library) -> None:
    assert not any(text.startswith("Suspect it") for text in _texts(typed, starter_library, "algorithm"))
    assert "is suspected above" not in _texts(typed, starter_library)[0]
