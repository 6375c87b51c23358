"""Whole thousands that are parted by a blank are one number before a unit."""

from __future__ import annotations

import pytest

from probatum.text.quantities import read


@pytest.mark.parametrize(
    ("text", "value"),
    [("40 000 IU a week", 40000.0), ("1 000 000 units of penicillin", 1000000.0), ("5 100 mg tablets", 5.0)],
)
def test_they_are_one_number(text: str, value: float) -> None:
    assert read(text)[0].value == value
