"""A stage of chronic kidney disease is an illness that trials are in, and a limit of one use bars no other."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer


def _texts(answer: Answer, section: str) -> str:
    return " ".join(s.text for s in answer.section(section).statements)


@pytest.mark.parametrize("typed", ["CKD4 eGFR 22 T2DM start dapagliflozin?", "CKD3b T2DM dapagliflozin?"])
def test_a_trial_with_or_without_it_is_direct(typed: str, starter_place: Path) -> None:
    answer = probatum.answer(typed, library=starter_place)
    told = _texts(answer, "bottom_line")
    assert "92 of every 1,000" in told
    assert "indirect" not in told
    assert "No study of this was found" not in told


def test_it_is_indirect_for_those_who_have_no_kidney_disease(starter_place: Path) -> None:
    told = _texts(probatum.answer("T2DM dapagliflozin?", library=starter_place), "bottom_line")
    assert "indirect: in chronic kidney disease" in told


def test_a_limit_of_one_use_bars_no_other(starter_place: Path) -> None:
    typed = "CKD4 eGFR 22 T2DM start dapagliflozin?"
    told = _texts(probatum.answer(typed, library=starter_place), "alternatives")
    assert "Empagliflozin is advised against" not in told
    assert "Canagliflozin is advised against" in told
    path = _texts(probatum.answer("CKD4 type 2 diabetes empagliflozin", library=starter_place), "algorithm")
    assert "do not start empagliflozin" not in path


def test_it_bars_where_that_use_is_all(starter_place: Path) -> None:
    told = _texts(probatum.answer("type 2 diabetes eGFR 22 empagliflozin", library=starter_place), "bottom_line")
    assert "advised against for this patient" in told
