"""Under an alarm no more is given of a medicine that may be the cause, and no dose of it is told; one sign alone is not
called an overdose."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


def _told(typed: str, place: Path, name: str, reader: str = "nurse") -> str:
    answer = probatum.answer(typed, reader=reader, library=place)
    return " ".join(s.text for s in answer.section(name).statements)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("82M on donepezil 10mg, HR 44 and one syncope. carry on?", "bradycardia, heart block and syncope"),
        ("lithium, shaky, vomiting, confused", "lithium should be stopped when they appear"),
        ("on empagliflozin, vomiting, breathing fast, ketones 5", "empagliflozin should be stopped"),
        ("warfarin pt vomiting blood INR 8", "warfarin is stopped"),
        ("digoxin, HR 38, vomiting, yellow vision", "signs of digoxin toxicity"),
    ],
)
def test_no_more_is_given_and_no_dose_is_told(starter_place: Path, typed: str, why: str) -> None:
    short = _told(typed, starter_place, "bottom_line")
    assert "o more of it is given before the doctor in charge agrees" in short and why in short
    assert "Meanwhile give no more of it" in _told(typed, starter_place, "algorithm")
    assert not _told(typed, starter_place, "dosing")


def test_one_sign_is_no_overdose(starter_place: Path) -> None:
    typed = "82M on donepezil 10mg, HR 44 and one syncope. carry on?"
    assert "overdose" not in _told(typed, starter_place, "bottom_line", "doctor")


def test_what_too_much_does_is_told_with_what_is_done(starter_place: Path) -> None:
    typed = "pt on insulin glargine unconscious, BM 2.1"
    for name in ("bottom_line", "algorithm"):
        assert "to be treated with glucagon or glucose into a vein" in _told(typed, starter_place, name)


def test_an_infusion_that_runs_too_fast_is_slowed(starter_place: Path) -> None:
    typed = "iv potassium chloride running too fast, HR 40 pt faint"
    for name in ("bottom_line", "algorithm"):
        assert "top or slow at once the infusion" in _told(typed, starter_place, name)


@pytest.mark.parametrize(
    "typed", ["72M on metoprolol, HR 34, syncope", "acute stroke 2 hours ago, alteplase dose now?"]
)
def test_what_is_needed_is_not_held_back(starter_place: Path, typed: str) -> None:
    told = _told(typed, starter_place, "algorithm") + _told(typed, starter_place, "bottom_line")
    assert "o more of it" not in told and "infusion that runs" not in told


def test_a_dose_that_is_asked_for_is_told(starter_place: Path) -> None:
    assert "0.9 mg/kg" in _told("acute stroke 2 hours ago, alteplase dose now?", starter_place, "dosing", "doctor")
