"""Whoever writes that a patient wants a class of medicines asks whether it is needed; a score that is named without its
figure is answered by what holds at each count."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-11-29"


def _short(library: Library, typed: str) -> list[str]:
    answer = probatum.answer(typed, library=library, reader="doctor", as_of=AS_OF)
    return [s.text for s in answer.section("bottom_line").statements]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("34M sore throat 5 days. he wants antibiotics", "get better without an antibiotic"),
        ("sore throat, mum wants antibiotics for her 6 year old", "get better without an antibiotic"),
        ("34M sore throat 5 days. feverpain? he wants antibiotics", "FeverPAIN score of 0 or 1"),
        ("sore throat. feverpain? does he need antibiotics", "FeverPAIN score of 0 or 1"),
    ],
)
def test_that_it_may_not_be_needed_leads(starter_library: Library, typed: str, said: str) -> None:
    assert said in _short(starter_library, typed)[0]


@pytest.mark.parametrize(
    "typed",
    [
        "adult sore throat feverpain 4, wants antibiotics, which?",
        "34F cellulitis, patient wants antibiotics by mouth, which",
        "adult sore throat who needs an antibiotic: he wants to know which dose",
    ],
)
def test_it_does_not_where_a_count_or_an_illness_decides(starter_library: Library, typed: str) -> None:
    first = _short(starter_library, typed)[0]
    assert "without an antibiotic" not in first and "no antibiotic" not in first
