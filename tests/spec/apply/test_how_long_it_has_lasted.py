"""How long an illness has lasted decides which advice is for it, and what is advised once a time has passed leads."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.choices.so_long import of_another_length
from probatum.apply.sections.timing import gone

LONG = "In acute sinusitis with symptoms for around 10 days or more without improvement, consider no antibiotic"
SHORT = "In acute sinusitis with symptoms for around 10 days or less, no antibiotic is advised"


@pytest.mark.parametrize(
    ("asked", "long", "short"),
    [
        ("do i need antibiotics for sinusitis its been 6 days", True, False),
        ("sinusitis for 2 weeks, antibiotics?", False, True),
        ("do i need antibiotics for sinusitis", False, False),
    ],
)
def test_advice_for_another_length_is_of_others(asked: str, long: bool, short: bool) -> None:
    assert of_another_length(LONG, asked) is long
    assert of_another_length(SHORT, asked) is short


def test_how_long_it_has_been_is_read() -> None:
    assert gone("my mum has shingles should she get aciclovir, its been 4 days") == 96
    assert gone("amoxicillin, been 4 days on it") is None


def test_what_is_advised_once_a_time_has_passed_leads(starter_place: Library) -> None:
    typed = "my mum has shingles should she get aciclovir, its been 4 days"
    first = probatum.answer(typed, library=starter_place, reader="carer").sections[0].statements[0]
    assert "When 72 hours have passed" in first.text


def test_the_advice_for_its_length_leads(starter_place: Library) -> None:
    typed = "do i need antibiotics for sinusitis its been 6 days"
    told = " ".join(s.text for s in probatum.answer(typed, library=starter_place).sections[0].statements)
    assert "10 days or less" in told and "10 days or more" not in told
