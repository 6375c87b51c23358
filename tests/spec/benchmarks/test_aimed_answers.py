"""An answer on something else is told from one on what was asked, and from silence."""

from __future__ import annotations

import probatum
from benchmarks import aimed
from probatum.acquire.library import Library


def test_the_same_seed_makes_the_same_questions() -> None:
    assert list(aimed.questions(1)) == list(aimed.questions(1)) != list(aimed.questions(2))


def test_an_answer_on_it_and_silence_are_aimed(starter_library: Library) -> None:
    for name, typed in (("metformin", "metformin for type 2 diabetes"), ("cupping", "does cupping help low back pain")):
        assert aimed.is_aimed(name, probatum.answer(typed, library=starter_library))


def test_an_answer_on_something_else_is_not(starter_library: Library) -> None:
    assert not aimed.is_aimed("yoga", probatum.answer("metformin for type 2 diabetes", library=starter_library))
