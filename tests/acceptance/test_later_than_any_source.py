"""What is begun later than any source supports is said to be, before what it did in time."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

LATE = [
    ("can I use alteplase at 6 hours after stroke onset?", "later than any source", "3 to 4.5 hours"),
    ("is it too late for prednisolone in Bell's palsy at day 6?", "later than any source", "72 hours"),
    ("valaciclovir for shingles, rash 5 days old", "begun as late as that", "72 hours"),
    ("does tranexamic acid help 8 hours after trauma", "as late as that", "1.44"),
    ("tranexamic acid in bleeding trauma patient arrived 5 h after injury", "as late as that", "1.44"),
]
IN_TIME = [
    "can I use alteplase at 4 hours after stroke onset?",
    "does tranexamic acid help 2 hours after trauma",
    "how long prednisolone in Bell's palsy, is 10 days enough?",
]


@pytest.mark.parametrize(("question", "said", "limit"), LATE)
def test_what_comes_too_late_is_told_first(starter_library: Library, question: str, said: str, limit: str) -> None:
    short = probatum.answer(question, library=starter_library, as_of="2026-11-29").section("bottom_line").statements
    assert said in short[0].text.lower() and limit in short[0].text
    assert not any("may reduce" in s.text or "increases" in s.text for s in short)


@pytest.mark.parametrize("question", IN_TIME)
def test_what_is_in_time_is_not(starter_library: Library, question: str) -> None:
    short = probatum.answer(question, library=starter_library, as_of="2026-11-29").section("bottom_line").statements
    assert not any("later than any source" in s.text or "as late as that" in s.text for s in short)
