"""Where one of a class is sought, the member that was given last time is told as barred, and no dose of it is."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

ASKED = (
    "17 wks pregnant, burning + frequency 2/7, no fever or loin pain. last time (not preg) she got trimethoprim. "
    "what abx, dose, how many days, do I need urine off to lab first"
)


def lead(library: Library, question: str) -> str:
    answer = probatum.answer(question, library=library, reader="nurse", as_of="2026-11-29")
    return " ".join(s.text for s in answer.sections[0].statements)


def test_the_bar_and_what_is_given_instead_lead(starter_library: Library) -> None:
    told = lead(starter_library, ASKED)
    assert told.startswith("Trimethoprim, which was given before, is contraindicated for this patient")
    assert "nitrofurantoin 100 mg" in told
    assert "trimethoprim 200 mg" not in told and "dose of trimethoprim" not in told
    assert "who are not pregnant" not in told


@pytest.mark.parametrize(
    "question",
    [
        "40F cystitis, not pregnant, last time she got trimethoprim. what abx, dose, how many days",
        "17 wks pregnant with cystitis. what abx, dose, how many days",
    ],
)
def test_no_bar_where_none_holds_or_none_was_given(starter_library: Library, question: str) -> None:
    assert "given before" not in lead(starter_library, question)


@pytest.mark.parametrize(
    "question",
    [
        "31 weeks pregnant, cystitis. GP's script says trimethoprim 3 days - ok? if not which, how long",
        "trimethoprim for cystitis in pregnancy, 12 weeks, how many days",
    ],
)
def test_no_length_is_missed_of_what_must_not_be_had(starter_library: Library, question: str) -> None:
    told = lead(starter_library, question)
    assert "contraindicated for this patient" in told and "for how long" not in told
