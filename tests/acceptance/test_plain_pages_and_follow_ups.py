"""What a plain page and a nurse's page lead with, and follow-ups that lean on the last answer."""

from __future__ import annotations

import pytest

import probatum
from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Turn
from probatum.publish.parts import parts

AS_OF = "2026-11-22"


def shown(library: Library, question: str, reader: str = "patient") -> list[tuple[str, str]]:
    answer = probatum.answer(question, library=library, reader=reader, as_of=AS_OF)
    return [(part.id, line.words) for part in parts(answer) for line in part.lines]


def test_a_plain_page_begins_with_what_was_found(starter_library: Library) -> None:
    told = shown(starter_library, "will spironolactone help my acne")
    assert told[0][1].startswith("Probably: in women with acne, spironolactone improved symptoms")
    assert "One study concluded this (410 people" in told[0][1]
    assert not any("must also not be used" in words for part, words in told if part == "safety")
    assert not any("told in the short answer" in words for _, words in told)


def test_patients_choose_nothing_where_two_medicines_meet(starter_library: Library) -> None:
    steps = [words for part, words in shown(starter_library, "can I take clopidogrel with omeprazole")]
    assert not any("choose another treatment" in words for words in steps)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("does semaglutide help with weight loss", "lowers body weight"),
        ("Does semaglutide work for weight loss in adults with obesity?", "lowers body weight"),
    ],
)
def test_weight_that_falls_is_no_no(starter_library: Library, question: str, told: str) -> None:
    first = probatum.answer(question, library=starter_library, reader="doctor", as_of=AS_OF).section("bottom_line")
    words = first.statements[0].text.lower()
    assert told in words.replace("reduces", "lowers") and not words.startswith(("no", "probably not"))


def test_how_it_is_swallowed_is_told_first(starter_library: Library) -> None:
    opened = shown(starter_library, "Can dabigatran capsules be opened?", "nurse")
    assert opened[0][1].startswith("How it is swallowed") and "swallowed whole" in opened[0][1]
    crushed = shown(starter_library, "can apixaban be crushed?", "pharmacist")
    assert "No source of the library tells whether apixaban may be crushed" in crushed[0][1]


def test_how_to_give_begins_with_the_dose(starter_library: Library) -> None:
    assert "Label dose" in shown(starter_library, "dabigatran capsules how to give", "nurse")[0][1]


def test_a_question_on_what_was_found_leans_on_the_last_answer(starter_library: Library) -> None:
    first = probatum.answer("clopidogrel plus aspirin after TIA", library=starter_library, as_of=AS_OF)
    turn = pipeline.follow("was the bleeding risk higher", Turn("", first), library=starter_library, as_of=AS_OF)
    told = turn.answer.section("bottom_line").statements[0].text
    assert "aemorrhage" in told and "0.9%" in told and "clopidogrel" in told
