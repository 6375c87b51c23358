"""Patients and carers at home: what they ask in their own words is answered by what is held on just that."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum import pipeline
from probatum.model import Answer, Turn


def _told(made: Answer, section: str = "bottom_line") -> str:
    return " ".join(s.plain or s.text for s in made.section(section).statements)


def _asked(typed: str, place: Path, reader: str = "patient") -> str:
    return _told(probatum.answer(typed, library=place, reader=reader))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("can i take metformin with kidney function 25", "No: metformin must not be used"),
        ("doctor says my kidneys only work at 20%, is metformin ok", "No: metformin must not be used"),
        ("my son 14 takes roaccutane and seems low and moody is it the tablets", "On what you ask"),
        ("ankles swell up a bit since amlodipine", "On what you ask"),
        ("throwing up loads, 9 weeks pregnant, when should i go to hospital", "Call a doctor at once"),
    ],
)
def test_what_is_held_leads(starter_place: Path, typed: str, first: str) -> None:
    assert _asked(typed, starter_place).startswith(first)


def test_the_dose_for_whoever_asks_is_none_for_children(starter_place: Path) -> None:
    grown = _asked("how many paracetamol can i take in a day", starter_place)
    assert "in adults" in grown
    assert "6 to 23 months" not in grown
    assert "6 to 23 months" in _asked("how much paracetamol for a baby of 8 months", starter_place)


@pytest.mark.parametrize(
    ("typed", "dose"),
    [
        ("trying for a baby how much folic acid, im epileptic on lamotrigine", "5 mg"),
        ("im diabetic and want a baby how much folic acid", "5 mg"),
        ("how much folic acid when trying for a baby", "400 micrograms"),
    ],
)
def test_folic_acid_by_what_somebody_has(starter_place: Path, typed: str, dose: str) -> None:
    made = probatum.answer(typed, library=starter_place, reader="patient")
    assert dose in _told(made)
    assert "with epileptic" not in _told(made)
    assert "ketoacidosis" not in _told(made, "algorithm")


def test_who_may_have_it_in_breast_feeding_is_not_told_to_take_none(starter_place: Path) -> None:
    made = probatum.answer("can i take ibuprofen while breast-feeding", library=starter_place, reader="patient")
    content = _told(made, "algorithm")
    assert "Take no ibuprofen" not in content
    assert "tell the doctor, midwife or pharmacist that you breast-feed" in content
    made = probatum.answer("can i take codeine while breast-feeding", library=starter_place, reader="patient")
    against = _told(made, "algorithm")
    assert "Do not begin codeine" in against


def test_how_late_another_illness_is_treated_is_no_answer(starter_place: Path) -> None:
    assert "72 hours" not in _asked("wife had baby 4 days ago is she allowed ibuprofen", starter_place)
    assert "72 hours" in _asked("shingles rash came 4 days ago can i still have aciclovir", starter_place)


def test_a_complaint_that_drives_somebody_mad_is_no_driving(starter_place: Path) -> None:
    assert "driving" not in _asked("itching is driving me mad since starting allopurinol", starter_place)
    assert "driving" in _asked("can i go on driving on allopurinol", starter_place)


def test_what_a_tablet_is_to_stop_ends_no_treatment(starter_place: Path) -> None:
    made = probatum.answer("i get cold sores, is there a tablet to stop them", library=starter_place, reader="patient")
    assert "still needed" not in _told(made, "algorithm")


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("dapagliflozin for heart failure", "what if i get a sick bug", "should be stopped for a time"),
        ("tramadol for pain", "is twice the dose better", "maximum of 400 mg"),
        ("apixaban or rivaroxaban for af", "which one bleeds less", "compares apixaban with rivaroxaban"),
        (
            "citalopram or mirtazapine for depression",
            "which of them makes you more sleepy",
            "mirtazapine are sleepiness",
        ),
    ],
)
def test_follow_ups_of_patients(starter_place: Path, first: str, then: str, told: str) -> None:
    made = probatum.answer(first, library=starter_place, reader="patient")
    turn = pipeline.follow(then, Turn(typed=first, answer=made), library=starter_place)
    assert told in _told(turn.answer)


@pytest.mark.parametrize(
    ("typed", "told", "untold"),
    [
        ("i missed my rivaroxaban this morning its 10 at night", "once daily", ""),
        ("missed a rivaroxaban tablet, im on it for coronary artery disease", "coronary", ""),
        ("forgot my yasmin pill yesterday", "as soon as it is remembered", ""),
        ("missed 2 of my yasmin pills what do i do", "found nothing", "a single missed"),
    ],
)
def test_what_is_done_about_a_missed_dose_is_that_of_such_people(
    starter_place: Path, typed: str, told: str, untold: str
) -> None:
    short = _asked(typed, starter_place)
    assert told in short[:180]
    assert not untold or untold not in short


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("i weigh 92kg does the morning after pill still work", "double dose of 3 mg"),
        ("i weigh 60kg does the morning after pill work", "ulipristal 30 mg"),
    ],
)
def test_advice_for_a_weight_stands_for_the_advice_for_all(starter_place: Path, typed: str, told: str) -> None:
    short = _asked(typed, starter_place)
    assert told in short
    assert "breast-feeding" not in short


@pytest.mark.parametrize(
    "typed",
    [
        "sore throat 3 days cant swallow much do i need antibiotics",
        "amoxicillin failed for sinusitis what next",
    ],
)
def test_patient_and_doctor_are_told_the_same_first(starter_place: Path, typed: str) -> None:
    told = [
        probatum.answer(typed, library=starter_place, reader=r).section("bottom_line") for r in ("doctor", "patient")
    ]
    doctor, patient = ([span for s in one.statements for span in s.supports] for one in told)
    assert patient == doctor


def test_whether_an_antibiotic_is_needed_is_not_which(starter_place: Path) -> None:
    short = _asked("sore throat 3 days cant swallow much do i need antibiotics", starter_place)
    assert "500 mg" not in short
    assert "500 mg" in _asked("which antibiotic for cellulitis", starter_place)


@pytest.mark.parametrize(
    ("typed", "most"),
    [("citalopram dose at 70 for anxiety", True), ("citalopram dose at 40 for anxiety", False)],
)
def test_the_most_for_such_a_person_is_told_whatever_it_is_for(starter_place: Path, typed: str, most: bool) -> None:
    assert ("20 mg by mouth once daily" in _asked(typed, starter_place)) is most


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("cant sit in the sun on doxycycline is that true", "sunlight and ultraviolet light should be avoided"),
        ("can i go on a sunbed while taking azathioprine", "sunlight and ultraviolet light should be limited"),
        ("can i sunbathe on ramipril", "found nothing"),
        ("can i eat before taking levothyroxine", "empty stomach"),
        ("my mate is diabetic can he eat bananas", "found nothing on bananas"),
    ],
)
def test_sun_and_food(starter_place: Path, typed: str, told: str) -> None:
    assert told in _asked(typed, starter_place)
