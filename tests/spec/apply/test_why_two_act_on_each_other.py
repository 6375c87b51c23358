"""Where it is asked why one medicine changes another, that it does is told, and that no source tells why."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("why does lithium level go up with ibuprofen", "raise serum lithium"),
        ("why does simvastatin level rise with clarithromycin", "Contraindicated with each other"),
    ],
)
def test_that_it_does_is_told(starter_place: Path, typed: str, told: str) -> None:
    made = probatum.answer(typed, library=starter_place, reader="student")
    short = " ".join(s.text for s in made.section("bottom_line").statements)
    assert told in short
    assert "act on each other" in short
    assert "bypass" not in short


def test_of_one_its_way_of_working_is_asked(starter_place: Path) -> None:
    made = probatum.answer("how does metformin work", library=starter_place, reader="student")
    short = " ".join(s.text for s in made.section("bottom_line").statements)
    assert "tells how metformin works" in short
    assert "each other" not in short
