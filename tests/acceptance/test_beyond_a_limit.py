"""A value beyond the limit at which a label has a medicine stopped: that comes first, and no dose of it is told."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer

ASKED = (
    ("doctor", "patient on warfarin, INR 6.5, not bleeding, what should I do?"),
    ("nurse", "Warfarin, INR 5.8 and no bleeding, what next?"),
    ("patient", "i take warfarin and my INR is 6.5, no bleeding, what should i do"),
    ("carer", "my dad's INR is 7 on warfarin what should we do"),
)


def _part(answer: Answer, name: str) -> list[str]:
    return [s.text for part in answer.sections if part.id == name for s in part.statements]


@pytest.mark.parametrize(("reader", "question"), ASKED)
def test_that_it_is_stopped_comes_first(starter_library: Library, reader: str, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, reader=reader, as_of="2026-11-29")
    first = _part(answer, "bottom_line")[0]
    assert "With an INR of 5 to 8" in first and "withheld for 1 or 2 doses" in first
    assert not _part(answer, "dosing"), "a starting dose would be told of what is stopped"
    assert not _part(answer, "alternatives"), "nothing takes its place before that is mended"
    path = " ".join(_part(answer, "algorithm"))
    assert "vitamin K1" in path and "Do not begin" not in path, path


def test_a_value_within_its_range_stops_nothing(starter_library: Library) -> None:
    question = "patient on warfarin, INR 2.5, what should I do?"
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    assert not [line for line in _part(answer, "bottom_line") if "is stopped at what was measured" in line]


def test_a_value_that_is_told_is_not_given_beside_another(starter_library: Library) -> None:
    question = "patient on digoxin, potassium 2.9, what now?"
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    assert not [c for c in answer.question.concepts if c.text.lower() == "potassium" and c.semantic == "drug"]
