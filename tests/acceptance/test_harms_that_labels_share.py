"""Harms of which the labels of what is asked about and of a medicine that is taken both warn."""

from __future__ import annotations

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-11-28"


def _lead(library: Library, question: str) -> str:
    answer = probatum.answer(question, library=library, as_of=AS_OF)
    return " ".join(s.text for s in answer.section("bottom_line").statements)


def test_two_medicines_that_prolong_the_qt_interval_are_told_together(starter_library: Library) -> None:
    asked = (
        "A 69-year-old man with COPD takes citalopram. Is long-term azithromycin worthwhile to prevent exacerbations?"
    )
    said = _lead(starter_library, asked)
    assert "both labels warn of prolongation of the QT interval" in said and "citalopram prolongs" in said


def test_nothing_is_shared_with_a_medicine_whose_label_warns_of_no_such_harm(starter_library: Library) -> None:
    said = _lead(starter_library, "A man with COPD takes levothyroxine. Does azithromycin prevent exacerbations?")
    assert "both labels" not in said
