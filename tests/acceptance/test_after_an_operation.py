"""The dose after the very operation that is asked about leads, and stays out where another illness is treated."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def told(library: Library, question: str) -> str:
    made = probatum.answer(question, library=library, as_of="2026-11-29")
    return made.section("bottom_line").statements[0].text


@pytest.mark.parametrize(
    ("question", "dose"),
    [
        ("apixaban dose after knee replacement", "12 days after knee replacement"),
        ("rivaroxaban after hip replacement, dose", "10 mg by mouth once daily"),
    ],
)
def test_it_leads(starter_library: Library, question: str, dose: str) -> None:
    assert dose in told(starter_library, question)


def test_it_is_none_for_an_illness(starter_library: Library) -> None:
    assert "knee" not in told(starter_library, "apixaban dose in AF, knee replacement in 2019")
    assert "knee" not in told(starter_library, "apixaban dose in DVT")


def test_a_bar_is_not_behind_a_missing_length(starter_library: Library) -> None:
    line = told(starter_library, "HFrEF on ramipril, switch to entresto. how long gap and what start dose")
    assert "36 hours" in line


def test_penicillin_by_its_short_name_is_heeded(starter_library: Library) -> None:
    line = told(starter_library, "19F sore throat, pus. anaphylaxis to pen. which abx, dose, days")
    assert "clarithromycin" in line.lower() and "phenoxymethylpenicillin" not in line.lower()
