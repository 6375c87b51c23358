"""Easy sentences get low school grades and hard ones high."""

from __future__ import annotations

import pytest

from probatum.text import readability

GRADES = [
    ("The cat sat on the mat. It was warm.", -10.0, 2.0),
    ("Take one tablet with food each day. Call your doctor if you feel unwell.", 0.0, 6.0),
    (
        "Pharmacological interventions demonstrated heterogeneous effectiveness across predefined cardiovascular "
        "subpopulations notwithstanding methodological limitations.",
        16.0,
        60.0,
    ),
    ("", 0.0, 0.0),
]


@pytest.mark.parametrize(("text", "least", "most"), GRADES)
def test_the_grade_of_a_text(text: str, least: float, most: float) -> None:
    assert least <= readability.grade(text) <= most


SYLLABLES = [("cat", 1), ("doctor", 2), ("medicine", 3), ("used", 1), ("wanted", 2)]


@pytest.mark.parametrize(("word", "count"), SYLLABLES)
def test_syllables_are_counted_by_vowels(word: str, count: int) -> None:
    assert readability.syllables(word) == count
