"""What patients do themselves is told in a few words where the page has told the doses, limits and checks above it."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-11-29"
ASKED = [
    ("Is sertraline good for depression?", "patient"),
    ("Should my mum with dementia take risperidone?", "carer"),
    ("I have gout, is colchicine good for a flare", "patient"),
    ("is sumatriptan good for a migraine", "patient"),
]


@pytest.mark.parametrize(("question", "reader"), ASKED)
def test_doses_and_limits_are_told_once(starter_library: Library, question: str, reader: str) -> None:
    answer = probatum.answer(question, library=starter_library, reader=reader, as_of=AS_OF)
    path = [s.plain or s.text for s in answer.section("algorithm").statements if not s.level]
    assert any("Take it only as it was prescribed. The doses are told above" in step for step in path)
    assert not any("The label says" in step for step in path)
    assert any(s.supports for s in answer.section("dosing").statements)


def test_a_warning_keeps_its_words(starter_library: Library) -> None:
    answer = probatum.answer(
        "What are the side effects of sertraline?", library=starter_library, reader="patient", as_of=AS_OF
    )
    path = " ".join(s.plain or s.text for s in answer.section("algorithm").statements)
    assert "Call the doctor at once" in path and "serotonin syndrome" in path and "not be stopped all at once" in path


def test_the_path_of_professionals_stays(starter_library: Library) -> None:
    answer = probatum.answer(ASKED[2][0], library=starter_library, reader="doctor", as_of=AS_OF)
    assert any("1.2 mg" in s.text for s in answer.section("algorithm").statements)


def test_the_short_answer_is_not_said_again(starter_library: Library) -> None:
    question = "Do alarms help bedwetting?"
    answer = probatum.answer(question, library=starter_library, reader="patient", as_of=AS_OF)
    path = [s.plain or s.text for s in answer.section("algorithm").statements if not s.level]
    assert path == ["Talk the short answer through with the doctor."]
