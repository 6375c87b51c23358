"""Who missed a dose takes the medicine: the path tells nothing of a first dose; whether the dose is left out is
concluded where the label sets a time and the question tells where it stands to it."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer


def _texts(answer: Answer, section: str) -> list[str]:
    return [s.text for one in answer.sections if one.id == section for s in one.statements]


@pytest.mark.parametrize(
    "typed",
    [
        "i forgot my dabigatran 8 hours ago next one is due in 4 hrs",
        "i missed my xarelto this morning what do i do",
        "alendronic acid 70 forgot my weekly tablet",
        "I missed my apixaban this morning, what do I do",
    ],
)
def test_the_path_begins_with_the_missed_dose(starter_place: Path, typed: str) -> None:
    path = _texts(probatum.answer(typed, reader="patient", library=starter_place), "algorithm")
    assert "missed dose" in path[0]
    assert not any("first dose" in text or "as it was prescribed" in text for text in path)
    assert any("no two doses at once" in text for text in path)


@pytest.mark.parametrize(
    ("typed", "lead"),
    [
        ("i forgot my dabigatran 8 hours ago next one is due in 4 hrs", "Missed dose, left out at the time"),
        ("forgot my dabigatran, next dose in half an hour", "Missed dose, left out at the time"),
        ("forgot dabigatran, next dose is in 9 hours", "Missed dose, not left out at the time"),
        ("forgot my dabigatran 3 hours ago", "Missed dose ("),
        ("i missed my apixaban, the next is due in 4 hours", "Missed dose ("),
    ],
)
def test_whether_it_is_left_out(starter_place: Path, typed: str, lead: str) -> None:
    answer = probatum.answer(typed, reader="patient", library=starter_place)
    assert _texts(answer, "bottom_line")[0].startswith(lead)


def test_who_begins_it_is_told_of_the_first_dose(starter_place: Path) -> None:
    answer = probatum.answer("apixaban for atrial fibrillation", reader="patient", library=starter_place)
    assert any(text.startswith("Before the first dose") for text in _texts(answer, "algorithm"))


@pytest.mark.parametrize(
    "typed",
    [
        "pt missed his apixaban this morning, noticed at 5pm. what do i tell him",
        "resident forgot her apixaban last night",
        "nurse forgot to give the apixaban this morning",
    ],
)
def test_whoever_missed_it_is_told_what_the_label_says(starter_place: Path, typed: str) -> None:
    answer = probatum.answer(typed, reader="nurse", library=starter_place)
    assert _texts(answer, "bottom_line")[0].startswith("Missed dose")
    assert not _texts(answer, "algorithm")  # nobody is begun on it anew


@pytest.mark.parametrize(
    "typed",
    [
        "pt has missed his clinic appointment, on apixaban",
        "patient missed her smear test, takes apixaban",
        "the registrar missed the diagnosis of PE, apixaban now",
        "man missed breakfast after apixaban",
    ],
)
def test_what_else_is_missed_is_no_dose(starter_place: Path, typed: str) -> None:
    lead = _texts(probatum.answer(typed, reader="nurse", library=starter_place), "bottom_line")
    assert not any("missed" in text.lower() for text in lead)
