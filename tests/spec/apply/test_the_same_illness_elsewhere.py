"""The same illness of another place of the body is treated otherwise, and what is advised to women is not told of a
baby."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply.patient import akin, sexes
from probatum.model import Patient
from probatum.text import sited


def test_the_same_illness_of_another_place_is_left_out() -> None:
    text = "For women with vaginal candidiasis (thrush), the choice is A"
    assert akin.kinship(text, "oral candidiasis") is akin.Kin.NONE
    assert akin.kinship(text, "candidiasis") is akin.Kin.SAME
    assert akin.kinship("In oral candidiasis, the dose is 1 ml", "oral candidiasis") is akin.Kin.SAME


@pytest.mark.parametrize(
    ("title", "illness", "away"),
    [
        ("Vaginal candidiasis (thrush)", "oral candidiasis", True),
        ("Candidiasis of any kind", "oral candidiasis", False),
        ("Vaginal and oral candidiasis", "oral candidiasis", False),
        ("Vaginal candidiasis", "candidiasis", False),
        ("Vaginal candidiasis (thrush)", "vulvovaginal candidiasis", False),
        ("Genital herpes", "oral herpes", True),
    ],
)
def test_titles_on_another_place(title: str, illness: str, away: bool) -> None:
    assert sited.elsewhere(title, illness) is away


@pytest.mark.parametrize(
    ("text", "age", "fits"),
    [
        ("For women with vaginal thrush who are not pregnant, A", "6 weeks", False),
        ("For women with vaginal thrush who are not pregnant, A", "34 years", True),
        ("For women and girls with cystitis, A", "4 years", True),
        ("In women with cystitis, A", "14 years", True),
        ("In a breast-fed baby, mother and baby are treated", "6 weeks", True),
    ],
)
def test_women_are_no_babies(text: str, age: str, fits: bool) -> None:
    assert sexes.fits(text, Patient(age=age)) is fits


@pytest.mark.parametrize("typed", ["my 6 week old has thrush in his mouth what can i buy", "baby has oral thrush"])
def test_a_baby_is_told_of_no_vaginal_thrush(starter_place: Path, typed: str) -> None:
    made = probatum.answer(typed, library=starter_place, reader="carer")
    told = " ".join(s.plain or s.text for s in made.statements)
    assert "aginal" not in told
    assert "miconazole" in told.lower()


def test_a_woman_is(starter_place: Path) -> None:
    made = probatum.answer("vaginal thrush what can i buy", library=starter_place, reader="patient")
    assert "aginal" in " ".join(s.plain or s.text for s in made.section("bottom_line").statements)
