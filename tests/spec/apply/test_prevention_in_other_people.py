"""Advice `to prevent X in people with Y` is none for people who have X and not Y."""

from __future__ import annotations

import pytest

import probatum

AGAINST = "to prevent stroke in atrial fibrillation"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("should I give aspirin after a stroke", False),
        ("aspirin and clopidogrel, should we give both after stroke", False),
        ("aspirin to prevent stroke in atrial fibrillation", True),
    ],
)
def test_whose_stroke_is_prevented(typed: str, told: bool) -> None:
    made = probatum.answer(typed)
    assert any(AGAINST in s.text for s in made.statements) is told
