"""Attributes of a study are whole, of the people studied, and never of a plan or a part."""

from __future__ import annotations

import pytest
from appraise_records import make

from probatum.appraise import study

TITLE = "A randomized trial of combing."
CASES = {
    "people of both sorts": ("population", "METHODS: We treated women and men with lice.", "women and men with lice"),
    "people left out": ("population", "METHODS: Patients who died early were excluded from analysis.", None),
    "a plan is no size": ("n", "METHODS: This randomized trial has a sample size of 2500 participants.", None),
    "randomised, not recruited": ("n", "METHODS: 72 patients were recruited and 60 patients were randomized.", 60),
    "parts told behind the whole": ("n", "METHODS: Eighty women were randomized, 46 to combs and 34 to lotion.", 80),
    "a size of each group behind it": ("n", "RESULTS: A total of 40 patients with 20 in each group were included.", 40),
    "cultures are kept": ("duration", "METHODS: All cultures were held for 14 days.", None),
    "a bracket is read to its end": (
        "primary_outcome",
        "METHODS: The primary endpoint was cure (C; no lice and no eggs) rate.",
        "cure (C; no lice and no eggs) rate",
    ),
    "a decimal is whole": ("age", "RESULTS: The mean age was 24.1 ±7.4 years.", "mean age was 24.1 ±7.4 years"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_read(name: str) -> None:
    field, text, expected = CASES[name]
    found = getattr(study.read(make(text, title=TITLE)), field)
    assert getattr(found, "value", found) == expected
