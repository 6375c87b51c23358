"""Harms that a study tells by the names of illnesses are told, also where what was tried bears no name of its own."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Intent

QUESTION = "Should blood pressure be lowered to 120 in older adults without diabetes?"


def test_a_target_is_a_treatment_and_its_harms_are_told(starter_library: Library) -> None:
    answer = probatum.answer(QUESTION, library=starter_library, as_of="2026-11-29")
    assert answer.question.intent is Intent.THERAPY
    harms = " ".join(s.text for s in answer.section("adverse_effects").statements)
    assert "acute kidney injury were more frequent with intensive treatment" in harms
    assert "lowered major cardiovascular events" in answer.section("bottom_line").statements[0].text


@pytest.mark.parametrize("reader", ["patient", "carer"])
def test_no_page_asks_whether_what_is_measured_will_help(starter_library: Library, reader: str) -> None:
    from probatum.publish import questions, steps

    answer = probatum.answer(QUESTION, library=starter_library, reader=reader, as_of="2026-11-29")
    asked = " ".join(questions.to_ask(answer))
    assert "blood pressure will help" not in asked
    assert "diabetes" not in " ".join(
        " ".join(step) if not isinstance(step, str) else step for step in steps.next_steps(answer)
    )
