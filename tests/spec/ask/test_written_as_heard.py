"""Words written as they are heard are read as what people feel, and never as a seldom medicine."""

from __future__ import annotations

import pytest

from probatum.ask import read


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("my mum has a cof and takes ramipril", "cough"),
        ("baby has trouble breething", "dyspnea"),
        ("sholder pain after a stroke", "shoulder"),
        ("dizzyness on ramipril", "dizziness"),
        ("itchey skin from amoxicillin?", "pruritus"),
        ("newmonia in my dad, which antibiotic", "pneumonia"),
    ],
)
def test_what_is_felt(typed: str, word: str) -> None:
    assert word in read(typed).read.lower()


def test_a_slip_of_an_everyday_word_is_no_seldom_medicine() -> None:
    assert "risdiplam" not in read("amlodipine evry day").read.lower()
    assert "dabigatran" in read("dabi vs warf AF").read.lower()
