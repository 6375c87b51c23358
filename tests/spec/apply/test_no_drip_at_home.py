"""Under an alarm a plain page names the antidote, and says that the hospital gives it."""

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
def test_a_plain_page_says_who_gives_it(starter_place: Path, typed: str) -> None:
    answer = probatum.answer(typed, reader="carer", library=starter_place)
    told = [s.plain or s.text for one in answer.sections for s in one.statements]
    assert any("acetylcysteine injection is indicated as an antidote" in text for text in told)
    assert all("hospital" in text for text in told if "150 mg/kg" in text)


def test_a_doctor_is_told_how_much(starter_place: Path) -> None:
    assert "150 mg/kg" in _told("paracetamol overdose 20 g 3 hours ago in a woman of 30", "doctor", starter_place)
