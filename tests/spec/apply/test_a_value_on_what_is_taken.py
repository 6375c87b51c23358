"""A high INR on warfarin: what guidelines have done at just that value, with bleeding or without."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.choices import nearness


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("INR 9 on warfarin, no bleeding. What do I give?", "With an INR above 8 on warfarin without bleeding"),
        ("INR 12 on warfarin without bleeding, treatment?", "With an INR above 8 on warfarin without bleeding"),
    ],
)
def test_what_is_done_at_the_value_told_leads(typed: str, first: str, starter_library: Library) -> None:
    told = [s.text for s in probatum.answer(typed, library=starter_library).section("bottom_line").statements]
    guided = next(text for text in told if "British Committee" in text)
    assert first in guided
    assert not any("major bleeding" in text.lower() for text in told[:2])


@pytest.mark.parametrize(
    ("text", "stems"),
    [("no bleeding", True), ("without bleeding", True), ("with bleeding", False), ("bleeding", False)],
)
def test_what_is_told_not_to_be_there(text: str, *, stems: bool) -> None:
    assert bool(nearness.denied(text)) is stems
