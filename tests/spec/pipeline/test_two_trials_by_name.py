"""Two trials by name: both are told, with their own figures, also where the capitals are left out."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.text import two_named


def _lead(typed: str, library: Path) -> list[str]:
    answer = probatum.answer(typed, library=library)
    return [s.text for s in next(s for s in answer.sections if s.id == "bottom_line").statements]


@pytest.mark.parametrize(
    "typed",
    ["whats the diff between fourier and odyssey", "fourier v odyssey", "compare FOURIER and ODYSSEY OUTCOMES"],
)
def test_both_are_told_with_their_figures(starter_place: Path, typed: str) -> None:
    lead = _lead(typed, starter_place)
    assert lead[0].startswith("FOURIER: ")
    assert lead[1].startswith("ODYSSEY OUTCOMES: ")
    assert any("9.8% with evolocumab" in text for text in lead)
    assert any("9.5% with alirocumab" in text for text in lead)


def test_two_of_one_medicine_are_told_apart(starter_place: Path) -> None:
    lead = _lead("dapa-hf vs deliver", starter_place)
    assert lead[0].startswith("DAPA-HF: ") and lead[1].startswith("DELIVER: ")
    assert not any("kidney" in text for text in lead)  # that is another trial


def test_a_name_tells_nothing_of_the_patient(starter_place: Path) -> None:
    answer = probatum.answer("dapa-ckd or credence", library=starter_place)
    assert answer.question.patient.kidney == ""


@pytest.mark.parametrize(
    "typed", ["ibuprofen v paracetamol", "hope and love", "what is the point and plus of exercise"]
)
def test_medicines_and_words_are_no_trials(starter_place: Path, typed: str) -> None:
    answer = probatum.answer(typed, library=starter_place)
    assert not any(a.what == "trial" for a in answer.question.assumptions)


def test_names_stand_on_both_sides_of_what_joins_them() -> None:
    assert two_named.pair("how does amplify differ from re-cover") is not None
    assert two_named.pair("what did FOURIER show") is None
