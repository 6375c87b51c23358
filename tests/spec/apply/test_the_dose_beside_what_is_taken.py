"""Where a label tells what the dose is beside a medicine that is taken, the path tells no wider one; where it wants
less of a medicine beside it, the step of the dose says so."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


def _told(typed: str, place: Path, section: str, reader: str = "doctor") -> str:
    answer = probatum.answer(typed, library=place, reader=reader)
    return "\n".join(s.text for one in answer.sections if one.id == section for s in one.statements)


@pytest.mark.parametrize("section", ["algorithm", "dosing"])
def test_a_dose_told_beside_a_medicine_stands_in_place_of_the_range(starter_place: Path, section: str) -> None:
    told = _told("daridorexant with diltiazem max dose", starter_place, section)
    assert told.count("the dose of daridorexant is 25 mg once per night") == 1
    assert "25 mg to 50 mg" not in told


def test_so_does_a_starting_dose(starter_place: Path) -> None:
    path = _told("sildenafil dose for erectile dysfunction with erythromycin", starter_place, "algorithm")
    assert "a starting dose of sildenafil of 25 mg should be considered" in path
    assert "is 50 mg" not in path


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("daridorexant for insomnia in a man of 40", "25 mg to 50 mg"),
        ("sildenafil dose for erectile dysfunction in a man on lisinopril", "the starting dose of sildenafil is 50 mg"),
        ("atorvastatin starting dose in a man on itraconazole", "10 mg or 20 mg by mouth once daily"),
        ("clopidogrel dose for STEMI in man on aspirin", "75 mg by mouth once daily with aspirin"),
    ],
)
def test_the_usual_dose_stays_where_none_is_told_beside_it(starter_place: Path, typed: str, held: str) -> None:
    assert held in _told(typed, starter_place, "algorithm")


@pytest.mark.parametrize(
    ("typed", "lead"),
    [
        ("apixaban dose for AF in a 70 year old man on itraconazole", "of which beside what is taken less is given"),
        ("warfarin dose with amiodarone", "of which beside what is taken less is given"),
        ("colchicine dose for gout flare in someone on clarithromycin", "of which beside what is taken less may be"),
    ],
)
def test_less_of_it_is_said_with_the_dose(starter_place: Path, typed: str, lead: str) -> None:
    assert f"Dose as on the label for it, {lead}" in _told(typed, starter_place, "algorithm")


@pytest.mark.parametrize("typed", ["allopurinol dose for gout in a man on azathioprine", "apixaban dose for AF"])
def test_less_of_the_other_one_lowers_nothing(starter_place: Path, typed: str) -> None:
    assert "beside what is taken less" not in _told(typed, starter_place, "algorithm")


def test_nobody_is_told_of_a_third_medicine(starter_place: Path) -> None:
    told = _told("how much daridorexant can I take with diltiazem", starter_place, "bottom_line", "patient")
    assert "simvastatin" not in told
