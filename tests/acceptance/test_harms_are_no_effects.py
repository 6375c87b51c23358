"""What a medicine does for an illness is no answer to what harm it does, where harms are asked about as such."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-11-29"


@pytest.mark.parametrize(
    ("typed", "effect"),
    [
        ("is paracetamol safe", "low back pain"),
        ("how much paracetamol is dangerous", "low back pain"),
        ("is ondansetron safe", "less frequent with ondansetron"),
    ],
)
def test_no_effect_is_told_for_a_harm(starter_library: Library, typed: str, effect: str) -> None:
    answer = probatum.answer(typed, library=starter_library, as_of=AS_OF)
    for section in ("bottom_line", "algorithm", "conclusion"):
        assert effect not in " ".join(s.text for s in answer.section(section).statements)


@pytest.mark.parametrize("typed", ["how dangerous is apixaban", "side effects of semaglutide"])
def test_a_harm_that_was_counted_is_told(starter_library: Library, typed: str) -> None:
    answer = probatum.answer(typed, library=starter_library, as_of=AS_OF)
    assert "trial" in " ".join(s.text for s in answer.section("bottom_line").statements)
