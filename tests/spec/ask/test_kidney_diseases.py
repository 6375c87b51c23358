"""Kidney problems, whatever the number of the word, are told of the kidneys, so that what labels set is told."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.ask import read


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("can i take metformin, i have kidney problems", "kidney diseases"),
        ("metformin in kidney disease", "kidney disease"),
        ("can i take metformin with a kidney bean salad", ""),
    ],
)
def test_what_is_told_of_the_kidneys(typed: str, told: str) -> None:
    assert read(typed).patient.kidney == told


def test_a_label_that_bars_poor_kidneys_is_not_said_to_say_nothing(starter_place: Path) -> None:
    typed = "can i take metformin, i have kidney problems"
    made = probatum.answer(typed, library=starter_place, reader="patient")
    short = " ".join(s.plain or s.text for s in made.section("bottom_line").statements)
    assert "says nothing against it" not in short
    assert "eGFR below 30" in short
