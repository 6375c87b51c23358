"""A dose is that of somebody of the patient's age where a label holds one, and what people feel leads over values."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def told(library: Library, question: str, section: str, reader: str = "doctor") -> str:
    answer = probatum.answer(question, library=library, as_of="2026-11-29", reader=reader)
    return "\n".join(s.text for s in answer.section(section).statements)


OLD = [
    ("Levothyroxine for a 79 year old with TSH 7.2 and no symptoms", "should be started at a lower dose"),
    ("Levothyroxine for hypothyroidism in an 81 year old", "should be started at a lower dose"),
    ("amitriptyline for depression in a 70 year old", "in older people and adolescents, the dose of amitriptyline"),
    ("digoxin for atrial fibrillation in an 84 year old", "the dose of digoxin should be lower"),
]


@pytest.mark.parametrize(("question", "dose"), OLD)
def test_the_path_gives_the_dose_for_such_an_age(starter_library: Library, question: str, dose: str) -> None:
    path = told(starter_library, question, "algorithm")
    first = next(line for line in path.split("\n") if line.startswith("Dose"))
    assert dose in first


@pytest.mark.parametrize(
    "question", ["Levothyroxine for hypothyroidism in a 40 year old", "amitriptyline for depression in a 40 year old"]
)
def test_for_others_it_is_the_usual_one(starter_library: Library, question: str) -> None:
    path = told(starter_library, question, "algorithm")
    assert "in adults is" in path and "older people" not in path


def test_how_fast_it_is_raised_is_told_once(starter_library: Library) -> None:
    path = told(starter_library, OLD[0][0], "algorithm")
    assert "every 6 to 8 weeks" in path and "every 4 to 6 weeks" not in path


def test_what_happens_to_people_leads_over_a_value_in_blood(starter_library: Library) -> None:
    short = told(starter_library, OLD[0][0], "bottom_line")
    assert "on cardiovascular events was detected" in short and "reduces TSH" not in short
    assert "thyrotropin and" not in told(starter_library, OLD[0][0], "conclusion")


def test_a_value_that_is_asked_for_still_leads(starter_library: Library) -> None:
    assert "TSH" in told(starter_library, "Does levothyroxine lower TSH in older people", "bottom_line")
