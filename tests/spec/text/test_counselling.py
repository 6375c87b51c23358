"""Which texts ask what those who take a medicine are told, and what is left of them without that request."""

from __future__ import annotations

import pytest

from probatum.text import counselling

ASKED = [
    ("Counselling points for zorbinol", "zorbinol"),
    ("counseling zorbinol", "zorbinol"),
    ("what should I tell a patient starting zorbinol", "zorbinol"),
    ("what should a nurse tell a patient who is going home on zorbinol?", "zorbinol?"),
    ("patient education for zorbinol", "zorbinol"),
    ("teach about zorbinol", "zorbinol"),
    ("counsel a patient on zorbinol", "zorbinol"),
    ("what advice should I give someone starting zorbinol", "zorbinol"),
    ("what should I know before starting zorbinol", "zorbinol"),
    ("key points for patients taking zorbinol", "zorbinol"),
    ("discharge advice for zorbinol", "zorbinol"),
]


@pytest.mark.parametrize(("text", "left"), ASKED)
def test_what_asks_for_counselling(text: str, left: str) -> None:
    assert counselling.asks(text) and counselling.bare(text) == left


OTHERS = [
    "what should I tell a patient about the risk of bleeding with zorbinol",
    "does counselling help depression",
    "what dose of zorbinol should I give a patient starting dialysis",
    "zorbinol for gout",
    "does patient education lower falls",
]


@pytest.mark.parametrize("text", OTHERS)
def test_what_asks_for_something_else(text: str) -> None:
    assert not counselling.asks(text) and counselling.bare(text) == text
