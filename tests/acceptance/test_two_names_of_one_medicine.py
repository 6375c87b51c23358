"""A misspelt name that may be either of two names of one medicine is read, and nobody is asked which is meant."""

from __future__ import annotations

import probatum
from probatum.acquire.library import Library


def test_the_danger_is_told_whatever_the_spelling(starter_library: Library) -> None:
    question = "28 yo, 7 weeks pregnant, takes divalproate 500 mg bid for migraine prevention. continue or stop?"
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    first = answer.sections[0].statements[0].text
    assert not answer.question.choices
    assert "contraindicated for this patient" in first and "pregnancy" in first, first


def test_of_two_medicines_it_is_asked(starter_library: Library) -> None:
    answer = probatum.answer("hydralazin or hydroxizin for itching?", library=starter_library, as_of="2026-11-29")
    names = {c.label for c in answer.question.concepts if c.semantic == "drug"}
    assert answer.question.choices or names >= {"hydralazine", "hydroxyzine"}
