"""A medicine that has run out is wanted again today; nobody asks whether it is still needed, or how to begin it."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer
from probatum.publish import page
from probatum.text import ending, missed


def _page(made: Answer) -> str:
    parts = page.parts(made)
    return " ".join([*(n for p in parts for n in p.notes), *(line.words for p in parts for line in p.lines)])


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("ran out of my bisoprolol 2 days ago heart racing", True),
        ("dads run out of insulin its sunday", True),
        ("running out of breath on propranolol", False),
        ("running out of options for my eczema", False),
        ("missed my tablet this morning", False),
    ],
)
def test_what_has_run_out(text: str, out: bool) -> None:
    assert missed.run_out(text) is out


@pytest.mark.parametrize("typed", ["ran out of my bisoprolol 2 days ago heart racing", "ran out of sertraline, dizzy"])
def test_more_of_it_is_asked_for_today(starter_place: Path, typed: str) -> None:
    told = _page(probatum.answer(typed, library=starter_place, reader="patient"))
    assert "Call a pharmacist or doctor today for more" in told
    assert "still needed" not in told
    assert "will help me with" not in told


def test_a_missed_dose_is_no_medicine_that_ran_out(starter_place: Path) -> None:
    told = _page(probatum.answer("forgot my apixaban this morning", library=starter_place, reader="patient"))
    assert "run out" not in told


@pytest.mark.parametrize("text", ["can't stop coughing on ramipril", "my nose won't stop bleeding on warfarin"])
def test_a_complaint_that_does_not_cease_ends_no_treatment(text: str) -> None:
    assert not ending.asks(text)
    assert "stop" not in ending.acts(text)


def test_who_cannot_stop_taking_it_speaks_of_its_end() -> None:
    assert "stop taking" in ending.acts("I can't stop taking zolpidem")
