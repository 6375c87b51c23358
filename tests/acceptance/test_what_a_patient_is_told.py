"""Counselling: the label's own words on how a medicine is taken, what is reported and avoided; the gravest first."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-11-29"


def short(library: Library, question: str, reader: str = "doctor") -> list[str]:
    answer = probatum.answer(question, library=library, reader=reader, as_of=AS_OF)
    plain = answer.reader.plain
    return [(s.plain or s.text) if plain else s.text for s in answer.section("bottom_line").statements]


FIRST = [
    ("Counselling points for methotrexate", "once weekly, never daily"),
    ("what should a nurse tell a patient who is going home on warfarin?", "report signs of bleeding"),
    ("what should I tell a patient starting alendronate", "full glass of plain water"),
    ("counsel a patient on lithium", "lithium toxicity"),
    ("key points for patients taking prednisone", "with food or milk"),
]


@pytest.mark.parametrize(("question", "words"), FIRST)
def test_what_matters_most_leads(starter_library: Library, question: str, words: str) -> None:
    assert words in short(starter_library, question)[0]


TOLD = [
    ("patient education for levothyroxine", ("empty stomach", "calcium, iron and antacids", "about a missed dose")),
    ("teach about apixaban", ("Missed dose", "as soon as possible on the same day", "how apixaban is taken")),
    ("what advice should I give someone starting metronidazole", ("Habits: contraindicated", "with alcohol")),
    ("Counselling points for methotrexate", ("vomiting", "NSAIDs", "pregnancy", "Checks")),
    ("what do patients need to know about doxycycline", ("plenty of fluid", "sunlight", "not recommended in")),
    ("counsel a patient on lithium", ("diarrhoea, vomiting", "salt intake", "ibuprofen")),
]


@pytest.mark.parametrize(("question", "words"), TOLD)
def test_each_topic_is_told_or_missed(starter_library: Library, question: str, words: tuple[str, ...]) -> None:
    answer = probatum.answer(question, library=starter_library, as_of=AS_OF)
    told = " ".join(s.text for section in answer.sections for s in section.statements)
    assert all(word in told for word in words)
    lines = short(starter_library, question)
    assert not any("hypersensitivity" in line for line in lines if line.startswith("Other medicines"))


def test_no_trial_stands_in_its_place(starter_library: Library) -> None:
    answer = probatum.answer("teach about apixaban", library=starter_library, as_of=AS_OF)
    assert not answer.section("evidence").statements


def test_somebody_who_takes_it_may_ask_too(starter_library: Library) -> None:
    lines = short(starter_library, "what should I know before starting sertraline", "patient")
    assert lines[0].startswith("Boxed warning") and any(line.startswith("Stopping it") for line in lines)
    assert not any("contains alcohol" in line for line in lines)


def test_one_matter_is_answered_as_such(starter_library: Library) -> None:
    lines = short(starter_library, "what should I tell a patient about the risk of bleeding with apixaban")
    assert "major bleeding" in lines[0]
