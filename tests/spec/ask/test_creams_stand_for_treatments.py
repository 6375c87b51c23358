"""Creams stand for treatments: where no medicine is named, `which cream` asks what treats the illness."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.ask import read
from probatum.model import Intent


@pytest.mark.parametrize(
    "typed", ["my son 2 has scabies which cream", "scabies cream for 2 year old", "which cream for scabies"]
)
def test_the_medicine_that_is_for_it_is_named(starter_place: Path, typed: str) -> None:
    answer = probatum.answer(typed, reader="carer", library=starter_place)
    assert answer.question.intervention == "permethrin"
    assert answer.title == "Permethrin for scabies"


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("hydrocortisone cream for eczema", "Hydrocortisone"),
        ("does barrier cream prevent nappy rash", "barrier cream"),
        ("permethrin cream or lotion", "permethrin cream"),
    ],
)
def test_a_cream_that_is_named_stays(typed: str, given: str) -> None:
    assert read(typed).intervention == given


def test_the_best_dose_is_asked_for_behind_a_premise(starter_place: Path) -> None:
    typed = "since melatonin 20mg is the proven best dose should i take that"
    answer = probatum.answer(typed, reader="patient", library=starter_place)
    assert answer.question.intent is Intent.DOSING
    lead = [s.text for s in next(s for s in answer.sections if s.id == "bottom_line").statements]
    assert any("peaked at 4 mg" in text for text in lead)
    assert read("does exercise show a dose response in depression").intent is not Intent.DOSING
