"""Swapped beside another: what one is changed for depends on what the two do together."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Intent


@pytest.mark.parametrize(
    "typed",
    [
        "clopidogrel swap omeprazole for what",
        "patient on clopidogrel, what instead of omeprazole",
        "what instead of omeprazole with clopidogrel",
    ],
)
def test_what_both_do_together_is_told_first(starter_place: Path, typed: str) -> None:
    answer = probatum.answer(typed, reader="pharmacist", library=starter_place)
    assert answer.question.intent is Intent.INTERACTION
    lead = next(s for s in answer.sections if s.id == "bottom_line").statements
    assert lead[0].text.startswith("To be avoided together")
    path = next(s for s in answer.sections if s.id == "algorithm").statements
    assert any("choose another treatment" in s.text for s in path)


@pytest.mark.parametrize(
    "typed",
    [
        "sertraline, swap fluoxetine for what",
        "swap warfarin for apixaban",
        "switch from citalopram to venlafaxine how",
        "metformin instead of gliclazide",
        "is aspirin better than clopidogrel",
    ],
)
def test_one_for_the_other_is_no_pair(starter_place: Path, typed: str) -> None:
    assert probatum.answer(typed, library=starter_place).question.intent is not Intent.INTERACTION
