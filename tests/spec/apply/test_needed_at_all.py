"""Whether a treatment is needed is answered by the guideline that says so, before its dose; what only eases pain takes
the place of nothing that is given against an infection."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer


def _texts(answer: Answer, section: str) -> list[str]:
    return [s.text for s in answer.section(section).statements]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("AOM 3 year old, 14 kg, amoxicillin needed? dose?", "no antibiotic or a back-up"),
        ("sore throat does he need antibiotics", "get better without an antibiotic"),
    ],
)
def test_the_guideline_leads(typed: str, said: str, starter_place: Path) -> None:
    answer = probatum.answer(typed, library=starter_place)
    assert said in _texts(answer, "bottom_line")[0]
    assert any("needed" in text and said in text for text in _texts(answer, "algorithm"))


def test_the_dose_is_still_told(starter_place: Path) -> None:
    typed = "AOM 3 year old, 14 kg, amoxicillin needed? dose?"
    told = _texts(probatum.answer(typed, library=starter_place), "bottom_line")
    assert "children of 1 to 4 years" in told[1]
    assert "250 mg by mouth 3 times daily" in told[1]
    assert "25 mg/kg" in told[2]


@pytest.mark.parametrize(
    "typed", ["amoxicillin dose otitis media 3 year old 14 kg", "FeverPAIN 4 sore throat antibiotic needed?"]
)
def test_it_does_not_where_the_dose_alone_is_asked_or_a_score_decides(typed: str, starter_place: Path) -> None:
    told = _texts(probatum.answer(typed, library=starter_place), "bottom_line")
    assert "without an antibiotic" not in told[0]
    assert "no antibiotic" not in told[0]


def test_no_painkiller_follows_an_antibiotic(starter_place: Path) -> None:
    path = " ".join(_texts(probatum.answer("amoxicillin for otitis media", library=starter_place), "algorithm"))
    assert "ibuprofen" not in path
    assert "acetaminophen" not in path
