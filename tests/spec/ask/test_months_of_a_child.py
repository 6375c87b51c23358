"""A child of months is no child of as many years: what is told of its age decides every dose."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.ask import read


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("my baby is 8 months can she have calpol", "8 months"),
        ("he is 8 months with croup", "8 months"),
        ("my son who is 18 months has croup", "18 months"),
        ("he's 6 weeks colic", "6 weeks"),
        ("twins 5 months paracetamol", "5 months"),
        ("he is 18 months and has a temperature how much nurofen", "18 months"),
        ("child is 8, croup", "8 years"),
        ("mum is 82 falls", "82 years"),
        ("he is 45 with gout", "45 years"),
        ("my wife is 7 months pregnant", ""),
        ("she is 8 weeks and vomiting all day", ""),
        ("he is 6 weeks post op", ""),
        ("my daughter is 2 weeks on amoxicillin", "child"),
    ],
)
def test_ages_in_months_and_weeks(typed: str, age: str) -> None:
    assert read(typed).patient.age == age


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("what helps the itch of chickenpox, baby is 8 months", False),
        ("what helps the itch of chickenpox, he is 3", True),
    ],
)
def test_nothing_is_proposed_before_its_age(starter_place: Path, typed: str, offered: bool) -> None:
    made = probatum.answer(typed, library=starter_place, reader="carer")
    short = " ".join(s.plain or s.text for s in made.section("bottom_line").statements)
    assert ("chlorphen" in short) is offered
