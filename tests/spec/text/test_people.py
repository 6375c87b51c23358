"""Whom a direction of a label is for: pregnancy, age, kidneys and liver, and no word that only contains these."""

from __future__ import annotations

import pytest

from probatum.text.people import people_in


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("in renal impairment", "kidney disease"),
        ("in prerenal failure and cardio-renal disease", "kidney disease"),
        ("in adrenal insufficiency", ""),
        ("in liver failure", "liver disease"),
        ("before labour and delivery", ""),
        ("with an eGFR below 30", "kidney disease"),
        ("with a glomerular filtration rate below 10", "kidney disease"),
        ("while breast-feeding", "breastfeeding"),
        ("in adults", ""),
    ],
)
def test_people_are_named_by_whole_words(text: str, people: str) -> None:
    assert people_in(text) == people
