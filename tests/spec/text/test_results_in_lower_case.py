"""Results are typed in small letters too; glycated haemoglobin is no haemoglobin."""

from __future__ import annotations

import pytest

from probatum.text import measured


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("what does an inr of 6 mean, im on warfarin", ("INR 6",)),
        ("my hb is 65 today", ("haemoglobin 65",)),
        ("my glycated hemoglobin is 58 what does that mean", ("HbA1c 58",)),
        ("haemoglobin 58", ("haemoglobin 58",)),
        ("aim for an inr of 2 to 3", ()),
    ],
)
def test_what_was_measured(text: str, told: tuple[str, ...]) -> None:
    assert measured.values(text) == told
