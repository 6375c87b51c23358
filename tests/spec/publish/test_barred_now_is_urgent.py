"""That a medicine which is taken must not be is told today and not at the next visit; steps point to nothing that the
page does not tell; nobody who is pregnant or breast-feeds is sent to the usual dose."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer
from probatum.publish import page, pointing


def _notes(made: Answer, name: str) -> str:
    return " ".join(
        [*(n for p in page.parts(made) if p.id == name for n in p.notes)]
        + [line.words for p in page.parts(made) if p.id == name for line in p.lines]
    )


@pytest.mark.parametrize(
    "typed",
    [
        "egfr 28 on metformin should i worry",
        "what does an inr of 6 mean, im on warfarin",
        "my potassium came back 6.1 and im on spironolactone and ramipril",
    ],
)
def test_what_is_barred_now_does_not_wait(starter_place: Path, typed: str) -> None:
    told = _notes(probatum.answer(typed, library=starter_place, reader="patient"), "next")
    assert "today, before the next dose" in told
    assert "Take this page to the next visit" not in told


def test_what_is_not_begun_yet_waits(starter_place: Path) -> None:
    made = probatum.answer("egfr 28 can i start metformin", library=starter_place, reader="patient")
    assert "Do not wait for the next visit" not in _notes(made, "next")


@pytest.mark.parametrize(
    "typed", ["7 months pregnant and have a cold can i take nurofen", "is it safe to take naproxen when breastfeeding"]
)
def test_no_usual_dose_reaches_a_child(starter_place: Path, typed: str) -> None:
    made = _notes(probatum.answer(typed, library=starter_place, reader="patient"), "algorithm")
    assert "Take it only as it was prescribed" not in made
    assert "has agreed" in made


def test_a_usual_dose_is_a_step_of_others(starter_place: Path) -> None:
    made = _notes(probatum.answer("ibuprofen for period pain", library=starter_place, reader="patient"), "algorithm")
    assert "Take it only as it was prescribed" in made


def test_a_pointer_needs_what_it_points_to() -> None:
    step, checks = "Take it only as it was prescribed. The doses are told above.", pointing._CHECKS
    assert pointing.held(step, [("bottom_line", ["A harms."])]) == "Take it only as it was prescribed."
    assert pointing.held(step, [("bottom_line", ["Take 5 mg once daily."])]) == step
    assert pointing.held(step, [("dosing", ["Take it."])]) == step
    assert pointing.held(checks, [("dosing", ["Take it."])]).startswith("Ask which checks")
    assert pointing.held(checks, [("monitoring", ["Measure it."])]) == checks


def test_nobody_is_alarmed_by_advice_against_prevention(starter_place: Path) -> None:
    typed = "is it worth taking aspirin every day to prevent a heart attack, im 66"
    told = _notes(probatum.answer(typed, library=starter_place, reader="patient"), "algorithm")
    assert "do not stop it alone" in told
    assert "ticagrelor" not in told
    child = probatum.answer("can my 8 month old have ibuprofen with chickenpox", library=starter_place, reader="carer")
    assert "today, before the next dose" in _notes(child, "algorithm")


def test_nobody_who_takes_it_is_told_not_to_begin(starter_place: Path) -> None:
    taken = probatum.answer("im 6 weeks pregnant and on lisinopril", library=starter_place, reader="patient")
    assert "Do not begin" not in _notes(taken, "algorithm")
    assert "today, before the next dose of lisinopril" in _notes(taken, "algorithm")
    asked = probatum.answer("im 6 weeks pregnant can i start lisinopril", library=starter_place, reader="patient")
    assert "Do not begin" in _notes(asked, "algorithm")


def test_who_wants_a_child_asks_of_what_is_taken(starter_place: Path) -> None:
    made = probatum.answer("trying for a baby on valproate", library=starter_place, reader="patient")
    assert made.question.intervention == "valproate"
    assert "own" in _notes(made, "next")


def test_to_finish_a_course_is_asked_of_its_end(starter_place: Path) -> None:
    typed = "do i have to finish the antibiotics, feel fine now. amoxicillin"
    made = probatum.answer(typed, library=starter_place, reader="patient")
    short = " ".join(s.plain or s.text for s in made.section("bottom_line").statements)
    assert "ppendic" not in short
    assert "125 mg" not in _notes(made, "algorithm")
    assert "Do not stop a medicine on your own" in _notes(made, "next")


def test_nobody_notices_that_a_prevention_does_not_help(starter_place: Path) -> None:
    made = probatum.answer("aspirin to prevent preeclampsia", library=starter_place, reader="patient")
    assert "If it does not help" not in _notes(made, "algorithm")
    pain = probatum.answer("ibuprofen for period pain", library=starter_place, reader="patient")
    assert "If it does not help" in _notes(pain, "algorithm")
