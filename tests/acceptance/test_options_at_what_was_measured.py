"""Options for a patient of whom a value is told: what their labels say at such a value stands beside them."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-11-22"


def told(library: Library, question: str, section: str) -> str:
    answer = probatum.answer(question, library=library, reader="nurse", as_of=AS_OF)
    return " ".join(s.text for part in answer.sections if part.id == section for s in part.statements)


@pytest.mark.parametrize("section", ["bottom_line", "alternatives"])
def test_what_lengthens_it_is_told_with_each(starter_library: Library, section: str) -> None:
    said = told(starter_library, "What helps nausea in people with a QTc of 490?", section).lower()
    assert "at what was measured" in said and "ondansetron can prolong the qt interval" in said
    assert "with drugs that prolong the qt interval" in said


def test_where_nothing_is_told_nothing_is_said(starter_library: Library) -> None:
    assert "what was measured" not in told(starter_library, "What helps vomiting?", "alternatives").lower()
    said = told(starter_library, "What helps hypertension with a potassium of 2.9?", "bottom_line").lower()
    assert "should be monitored" not in said
