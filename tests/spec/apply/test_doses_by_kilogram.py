"""A dose told with a weight is set beside what labels tell for each kilogram: above, below or in line with it."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.text.per_kilogram import rates


def _short(question: str, place: Path) -> str:
    return " ".join(s.text for s in probatum.answer(question, library=place).section("bottom_line").statements)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (
            "amoxicillin 500 tds for otitis media child 3 yrs 14kg?",
            ("107 mg/kg", "above the label", "280 mg to 350 mg"),
        ),
        ("amoxicillin 125 mg tds for otitis media, 3 year old 14 kg", ("in line with the label",)),
        ("amoxicillin 50 mg tds for otitis media, 3 year old 14 kg", ("below the label",)),
        ("ceftriaxone 2 g daily 20 kg child 6 years pneumonia", ("above the label", "1000 mg to 1500 mg")),
        ("linezolid 100 mg tds 9 year old 30 kg pneumonia", ("below the label", "900 mg a day")),
        ("enoxaparin 60 mg bd for DVT 60 kg, CrCl 20", ("above the label", "60 mg a day")),
        ("enoxaparin 80 mg bd for DVT 80 kg man", ("in line with the label",)),
    ],
)
def test_a_dose_told_is_judged_by_weight(question: str, says: tuple[str, ...], starter_place: Path) -> None:
    said = _short(question, starter_place)
    assert all(one in said for one in says)


@pytest.mark.parametrize(
    "question",
    [
        "amoxicillin 500 mg tds for sinusitis, 60 kg woman",  # children alone are dosed by weight
        "amoxicillin dose for otitis media, 3 year old 14 kg",  # no dose is told
        "amoxicillin 500 mg tds for otitis media in a 3 year old",  # no weight is told
        "warfarin 5 mg daily 60 kg",  # no label doses it by weight
    ],
)
def test_nothing_is_judged_without_its_figures(question: str, starter_place: Path) -> None:
    said = _short(question, starter_place)
    assert "over the day at" not in said


def test_amounts_of_a_course_or_of_two_are_no_daily_rate() -> None:
    assert rates("The loading dose of A is 10 mg/kg once daily") == ()
    assert rates("The dose of A and B is 40 mg/kg of A with 8 mg/kg of B daily, in 2 doses") == ()
    (one,) = rates("The dose of A in children is 50 mg/kg to 75 mg/kg daily, to a maximum of 2 g daily")
    assert (one.low, one.high, one.cap) == (50.0, 75.0, 2000.0)
    (each,) = rates("The dose of A in children is 10 mg/kg by mouth or into a vein every 8 hours")
    assert (each.low, each.each, each.text) == (30.0, (10.0, 10.0), "10 mg/kg by mouth or into a vein every 8 hours")
