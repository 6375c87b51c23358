"""A part that the short answer tells is not said to be unanswered, and a remark is told of the patient."""

from __future__ import annotations

import pytest

import probatum
from probatum import ask
from probatum.acquire.library import Library
from probatum.model import Answer


def answered(library: Library, question: str, reader: str = "doctor") -> Answer:
    return probatum.answer(question, library=library, reader=reader, as_of="2026-11-29")


def whole(answer: Answer) -> str:
    return " ".join(s.text for one in answer.sections for s in one.statements)


TOLD = [
    ("age-adjusted D-dimer for PE: what is the cutoff and what is the failure rate", "0.3%"),
    ("which antibiotic for a sore throat and how long? FeverPAIN score 3, allergic to penicillin", "for 5 days"),
    ("Sore throat, FeverPAIN 4, penicillin allergic. Which antibiotic? How long?", "for 5 days"),
    ("Warfarin and clarithromycin: what happens to the INR and what should I do?", "marked rise of the INR"),
]


@pytest.mark.parametrize(("question", "words"), TOLD)
def test_what_is_told_is_not_said_to_be_missing(starter_library: Library, question: str, words: str) -> None:
    answer = answered(starter_library, question)
    assert words in " ".join(s.text for s in answer.section("bottom_line").statements)
    assert "Nothing held answers" not in whole(answer) and "says anything" not in whole(answer)
    assert "What answers this is told above." in whole(answer)


def test_an_allergy_behind_the_last_question_is_that_of_the_patient(starter_library: Library) -> None:
    answer = answered(starter_library, TOLD[1][0], "patient")
    assert answer.question.patient.allergies == ("penicillins",)
    assert "phenoxymethylpenicillin" not in answer.section("bottom_line").statements[0].text


def test_a_question_behind_a_question_is_no_remark() -> None:
    text = "does amoxicillin help otitis media and how long? Is it safe in asthma?"
    assert len(ask.parts(text)) > 1 and "asthma" not in ask.parts(text)[0]
