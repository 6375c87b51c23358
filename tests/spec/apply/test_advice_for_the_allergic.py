"""Advice for people with an allergy of which nobody told is no answer to whether an antibiotic is worth it."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer


def _short(made: Answer) -> str:
    return " ".join(s.plain or s.text for s in made.section("bottom_line").statements)


def test_it_is_left_out_where_no_allergy_is_told(starter_place: Path) -> None:
    made = probatum.answer("antibiotics for my sore throat, worth it?", library=starter_place, reader="patient")
    assert "penicillin allergy" not in _short(made)
    assert "no antibiotic" in _short(made)


@pytest.mark.parametrize(
    "typed", ["antibiotics for sore throat im allergic to penicillin", "clarithromycin for sore throat"]
)
def test_it_is_told_to_the_allergic_and_of_its_medicine(starter_place: Path, typed: str) -> None:
    assert "penicillin allergy" in _short(probatum.answer(typed, library=starter_place, reader="patient"))
