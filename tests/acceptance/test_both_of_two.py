"""What one of two did against the other is no word on both together."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


@pytest.mark.parametrize(
    "question",
    [
        "do I combine alarm with desmopressin for enuresis?",
        "desmopressin plus alarm for bedwetting",
        "should I add an alarm to desmopressin in bedwetting",
    ],
)
def test_only_an_arm_that_got_both_answers(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    told = {part.id: [s.text for s in part.statements] for part in answer.sections}
    first = told["bottom_line"][0]
    assert "alarm" in first.lower() and "desmopressin" in first.lower() and "-0.8" in first
    assert not any("increases relapses" in line for line in told["bottom_line"])
    assert not any("do not start" in line for line in told["algorithm"])
