"""A lack or an excess in the blood, told by what happens to the level."""

from __future__ import annotations

import pytest

from probatum.text import lacking


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Metformin may lower vitamin B12.", "vitamin B 12 deficiency"),
        ("Omeprazole reduces the absorption of vitamin B12.", "vitamin B12 deficiency"),
        ("Spironolactone raises serum potassium.", "hyperkalaemia"),
        ("Furosemide lowers potassium.", "hypokalemia"),
        ("Thiazides can increase the level of calcium in the blood.", "hypercalcaemia"),
        ("A loss of magnesium is seen.", "hypomagnesaemia"),
        ("Quinolones may cause low blood sugar.", "hypoglycaemia"),
    ],
)
def test_a_level_that_changes_is_named(text: str, name: str) -> None:
    assert lacking.told_in(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Spironolactone raises serum potassium.", "hypokalaemia"),
        ("Potassium should be measured before digoxin.", "hyperkalaemia"),
        ("Metformin lowers blood sugar.", "vitamin B 12 deficiency"),
        ("Metformin may lower vitamin B12.", "headache"),
    ],
)
def test_another_level_or_the_other_way_is_not(text: str, name: str) -> None:
    assert not lacking.told_in(text, name)
