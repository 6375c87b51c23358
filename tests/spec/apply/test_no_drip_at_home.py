"""Under an alarm a plain page names the antidote, and not how much of it goes into a vein; a doctor is told that."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


def _told(typed: str, reader: str, place: Path) -> str:
    answer = probatum.answer(typed, reader=reader, library=place)
    return " ".join(s.text for one in answer.sections for s in one.statements)


@pytest.mark.parametrize(
    "typed", ["took 2 paracetamol and then a lemsip with paracetamol. ok?", "my son swallowed 12 paracetamol tablets"]
)
def test_a_plain_page_names_the_antidote_alone(starter_place: Path, typed: str) -> None:
    told = _told(typed, "carer", starter_place)
    assert "acetylcysteine injection is indicated as an antidote" in told
    assert "150 mg/kg" not in told


def test_a_doctor_is_told_how_much(starter_place: Path) -> None:
    assert "150 mg/kg" in _told("paracetamol overdose 20 g 3 hours ago in a woman of 30", "doctor", starter_place)
