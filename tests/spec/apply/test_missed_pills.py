"""A missed contraceptive pill: what guidance has done after as many, of just that pill."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


@pytest.mark.parametrize(
    ("typed", "told", "other"),
    [
        ("I forgot two pills of my combined pill, what now?", "condoms are used for 7 days", "When 1 dose"),
        ("missed one combined pill, what should I do", "as soon as it is remembered", "When 2 or more"),
        ("missed desogestrel pill by 14 hours", "missed by more than 12 hours", "combined"),
        ("missed a dose of apixaban", "as soon as possible on the same day", "condoms"),
    ],
)
@pytest.mark.parametrize("reader", ["doctor", "patient"])
def test_a_missed_dose_by_guidance(reader: str, typed: str, told: str, other: str, starter_library: Library) -> None:
    answer = probatum.answer(typed, library=starter_library, reader=reader)
    said = " ".join(f"{s.text} {s.plain}" for s in answer.section("bottom_line").statements)
    assert told in said
    assert other not in said
