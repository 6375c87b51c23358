"""Whoever asks for simpler words gets the same answer in them: its figures, doses and warnings, without jargon."""

from __future__ import annotations

import re

import pytest

import probatum
from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer, Change, Turn

AS_OF = "2026-11-29"
JARGON = re.compile(
    r"\brandomised\b|\bcertainty\)|\b95% CI\b|\bplacebo-controlled\b|\b(?:ALSFRS|Montgomery|CAST|USPSTF)\b|\btrials?\b"
)
ASKED = [
    ("Does mexiletine help muscle cramps in ALS?", "doctor", "explain like I'm 12"),
    ("Does amitriptyline help IBS?", "patient", "simpler please"),
    ("Is sertraline ok with tramadol?", "patient", "in plain words"),
    ("What dose of apixaban in atrial fibrillation?", "patient", "I don't understand"),
    ("Does ibuprofen cause heart attacks?", "patient", "what does that mean"),
    ("Should my mum with dementia take risperidone?", "carer", "simpler please"),
    ("Does vitamin D prevent fractures?", "patient", "what does that mean?"),
    ("How much paracetamol can my child have?", "carer", "I don't get it"),
    ("Does esketamine help depression?", "patient", "can you say that in simple words"),
]


def easy(answer: Answer, section: str) -> list[str]:
    return [s.plain or s.text for s in answer.section(section).statements if not s.level]


@pytest.mark.parametrize(("question", "reader", "typed"), ASKED)
def test_the_same_is_told_without_jargon(starter_library: Library, question: str, reader: str, typed: str) -> None:
    first = probatum.answer(question, library=starter_library, reader=reader, as_of=AS_OF)
    page = (
        probatum.answer(question, library=starter_library, reader="patient", as_of=AS_OF)
        if reader == "doctor"
        else first
    )
    turn = pipeline.follow(typed, Turn(question, first), library=starter_library, as_of=AS_OF)
    made = turn.answer
    assert made.reader.plain and any(edit.change is not Change.KEEP for edit in turn.plan)
    for section in ("bottom_line", "dosing", "safety"):
        before, after = easy(page, section), easy(made, section)
        assert len(before) == len(after)
        assert set(re.findall(r"\d[\d.,]*\d|\d", " ".join(after))) <= set(
            re.findall(r"\d[\d.,]*\d|\d", " ".join([*before, *(s.text for s in page.section(section).statements)]))
        )
    shown = " ".join(easy(made, "bottom_line"))
    assert not JARGON.search(shown), shown
    doses = re.findall(r"\d[\d.]* ?mg", " ".join(easy(page, "bottom_line")))
    assert all(dose in shown for dose in doses)


def test_a_hard_word_is_explained_behind_it(starter_library: Library) -> None:
    question = "Can I take warfarin with clarithromycin?"
    first = Turn(question, probatum.answer(question, library=starter_library, reader="patient", as_of=AS_OF))
    made = pipeline.follow("explain like I'm 12", first, library=starter_library, as_of=AS_OF).answer
    assert "INR: a blood test" in easy(made, "bottom_line")[0]


def test_the_meaning_of_a_word_is_another_question(starter_library: Library) -> None:
    question = "Can I take warfarin with clarithromycin?"
    first = Turn(question, probatum.answer(question, library=starter_library, reader="patient", as_of=AS_OF))
    turn = pipeline.follow("what does INR mean?", first, library=starter_library, as_of=AS_OF)
    assert turn.follow is not None and turn.follow.kind.value != "other reader"
