"""What is done after too much of a medicine goes by how long ago it was, by how much, and whether it was at once."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

TOLD = (
    ("68 kg man took paracetamol 16 g 2 h ago", "150 mg/kg or more", "more than 24 hours old"),
    ("paracetamol overdose 12 hours ago, 70 kg, 14 g", "8 to 24 hours old", "will not be known within"),
    ("paracetamol overdose 30 h ago", "more than 24 hours old", "treatment line"),
    ("staggered paracetamol overdose", "without the treatment line", "on or above the treatment line"),
)


@pytest.mark.parametrize(("question", "first", "never"), TOLD)
def test_what_fits_its_age_leads(starter_library: Library, question: str, first: str, never: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-30")
    lead = [s.text for s in answer.section("bottom_line").statements if "poison centre" not in s.text]
    assert first in lead[0], lead
    path = "\n".join(s.text for s in answer.section("algorithm").statements)
    assert first in path
    assert never not in "\n".join(lead) and never not in path


def test_the_level_is_not_measured_too_soon(starter_library: Library) -> None:
    answer = probatum.answer("68 kg man took paracetamol 16 g 2 h ago", library=starter_library, as_of="2026-11-30")
    lead = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert "measured 4 hours or more after the overdose" in lead


def test_too_little_for_its_weight_is_not_treated_as_enough(starter_library: Library) -> None:
    asked = "paracetamol overdose 12 hours ago, 80 kg, 4 g"
    answer = probatum.answer(asked, library=starter_library, as_of="2026-11-30")
    lead = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert "of more than 150 mg/kg" not in lead
