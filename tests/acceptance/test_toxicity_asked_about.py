"""Where too much of a medicine is asked about, what is given against it leads, with no dose and no use of its own."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer, Kind

ASKED = (
    ("digoxin toxicity what to do", "digoxin-specific antibody fragments"),
    ("antidote for digoxin", "digoxin-specific antibody fragments"),
    ("paracetamol overdose treatment nurse", "an antidote to prevent or lessen liver injury"),
    ("warfarin bleeding reversal", "clotting factors are given"),
    ("insulin overdose treatment", "glucagon"),
    ("lithium toxicity management", "lithium should be stopped when they appear"),
    ("how to reverse apixaban", "prothrombin complex concentrate 2,000 units"),
    ("reversal agent for dabigatran", "dose of idarucizumab in adults is 5 g"),
)


def _ask(library: Library, question: str) -> Answer:
    return probatum.answer(question, library=library, reader="nurse", as_of="2026-11-29")


@pytest.mark.parametrize(("question", "words"), ASKED)
def test_what_is_done_is_in_the_short_answer(starter_library: Library, question: str, words: str) -> None:
    answer = _ask(starter_library, question)
    short = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert words.lower() in short.lower(), short
    assert not answer.section("dosing").statements
    studied = " ".join(s.text for s in answer.section("evidence").statements if s.kind is not Kind.ABSENCE)
    assert "stroke" not in studied and "cramps" not in studied, studied


def test_the_dose_of_the_antidote_is_told(starter_library: Library) -> None:
    answer = _ask(starter_library, "paracetamol overdose treatment")
    short = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert "150 mg/kg into a vein" in short
    assert "acetylcysteine" in " ".join(s.text for s in answer.section("algorithm").statements)


def test_signs_lead_where_signs_are_asked_about(starter_library: Library) -> None:
    short = _ask(starter_library, "digoxin toxicity symptoms").section("bottom_line").statements
    assert short[0].text.startswith("Signs of too much of it")


@pytest.mark.parametrize("question", ["methotrexate liver toxicity", "does warfarin cause bleeding", "warfarin dose"])
def test_a_harm_of_usual_doses_is_another_matter(starter_library: Library, question: str) -> None:
    short = " ".join(s.text for s in _ask(starter_library, question).section("bottom_line").statements)
    assert "too much of it" not in short and "is undone" not in short
