"""A dose that a guideline recommends in the very illness leads before that of a label for a wider one; what is told
of other treatments is for this patient: nothing of children for the grown, nor of pregnancy where none is told."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply.choices import options


def _told(typed: str, place: Path, section: str) -> list[str]:
    return [s.text for s in probatum.answer(typed, library=place).section(section).statements]


def test_the_course_advised_for_this_illness_leads(starter_place: Path) -> None:
    typed = "Nitrofurantoin or fosfomycin for uncomplicated cystitis in women: which works better?"
    path = " ".join(_told(typed, starter_place, "algorithm"))
    assert "for 3 days with an eGFR of 45 ml/min or more" in path and "for 1 week" not in path
    dosing = _told(typed, starter_place, "dosing")
    assert dosing[0].startswith("Guideline dose") and any("for 1 week" in text for text in dosing)


@pytest.mark.parametrize(
    "typed", ["Apixaban or warfarin for atrial fibrillation in older patients?", "mesalazine for ulcerative colitis"]
)
def test_a_label_for_that_illness_keeps_its_place(typed: str, starter_place: Path) -> None:
    assert not any(text.startswith("Dose as advised") for text in _told(typed, starter_place, "algorithm"))


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("How should hypertension be treated in a 70-year-old?", "hydralazine"),
        ("Does intravenous magnesium help in acute severe asthma in adults?", "labetalol"),
    ],
)
def test_nothing_of_pregnancy_is_offered_to_others(typed: str, other: str, starter_place: Path) -> None:
    made = probatum.answer(typed, library=starter_place)
    assert other not in " ".join(s.text for s in made.statements if not s.layer)


def test_in_pregnancy_it_is_offered(starter_place: Path) -> None:
    told = probatum.answer("What lowers blood pressure in severe pre-eclampsia?", library=starter_place)
    assert "labetalol" in " ".join(s.text.lower() for s in told.statements)


@pytest.mark.parametrize(
    ("text", "pregnant"),
    [
        ("In severe pre-eclampsia, second choices are zorbinol and lomenide", True),
        ("For hyperemesis, zorbinol is offered", True),
        ("For women who are not pregnant, zorbinol is offered", False),
        ("In hypertension after pre-eclampsia years ago, zorbinol is offered", False),
    ],
)
def test_advice_that_opens_with_an_illness_of_pregnancy(text: str, pregnant: bool) -> None:
    assert bool(options._PREGNANT.match(text)) is pregnant


def test_advice_for_children_is_not_told_of_grown_people(starter_place: Path) -> None:
    women = _told("Nitrofurantoin or fosfomycin for uncomplicated cystitis in women", starter_place, "alternatives")
    assert any(text.startswith("Trimethoprim (") for text in women)
    assert not any("children" in text for text in women if text.startswith("Trimethoprim ("))
    child = " ".join(_told("Nitrofurantoin for cystitis in a 6-year-old girl", starter_place, "alternatives"))
    assert "children" in child


@pytest.mark.parametrize(
    ("typed", "name", "said"),
    [
        ("How should acute gout be treated in a patient with chronic kidney disease?", "Prednisone (", "a wide class"),
        ("Nitrofurantoin or fosfomycin for uncomplicated cystitis in women", "Trimethoprim (", "urinary"),
        ("Is spironolactone effective for persistent acne in adult women?", "Trimethoprim (", "not among its indicat"),
    ],
)
def test_a_label_of_a_wide_class_is_not_called_silent(typed: str, name: str, said: str, starter_place: Path) -> None:
    line = next(text for text in _told(typed, starter_place, "alternatives") if text.startswith(name))
    assert said in line and ("not among" in said or "not among" not in line)
