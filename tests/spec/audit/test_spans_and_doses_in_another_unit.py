"""Spans of time and doses by weight or body surface told in another unit than the source has: an invented trial."""

from __future__ import annotations

import pytest
from audit_cases import other, report, saying

SOURCE = (
    "We gave 40 adults with gravel fever zerafine at 175 or 250 mg/m2 of body surface. At the start they sat for a "
    "median of 8.2 hr/d and walked for 32 min/d. Relief lasted 4.8 years. A dose of 5 mg/kg was given to 3 people. "
    "Pain scored 3.5 points. The wait was 3.5 hours."
)


def faults(sentence: str) -> set[str]:
    made = report(f"{sentence} [1].", title="Gravel fever", records=(saying(SOURCE), other())).sentences[-1]
    return {c.check for c in made.checks if c.verdict.value not in ("supported", "not checked")}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("At the start they sat for 8.2 hours a day", "At the start they sat for 8.2 minutes a day"),
        ("Relief lasted 4.8 years", "Relief lasted 4.8 months"),
        ("Zerafine was given at 250 mg/m2", "Zerafine was given at 250 mg/kg"),
        ("Three people were given 5 mg/kg", "Three people were given 5 mg/m2"),
    ],
)
def test_a_figure_is_told_in_the_unit_of_the_source(right: str, wrong: str) -> None:
    assert "measured" not in faults(right)
    assert "measured" in faults(wrong)


def test_a_number_that_the_source_prints_of_something_else_too_decides_nothing() -> None:
    assert "measured" not in faults("The wait was 3.5 minutes")
