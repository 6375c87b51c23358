"""Harm to an organ tells of the illnesses of that organ, but not of its stones and growths."""

from __future__ import annotations

import pytest

from probatum.text.of_organs import told_in

THYROID, KIDNEY = ("thyroid diseases", "endocrine system diseases"), ("kidney diseases",)


@pytest.mark.parametrize(
    ("text", "classes", "label", "told"),
    [
        ("It may cause damage to thyroid, liver and nerves.", THYROID, "hyperthyroidism", True),
        ("Serious harm to lungs, liver and thyroid was seen.", THYROID, "hypothyroidism", True),
        ("Kidney failure has occurred.", KIDNEY, "kidney failure", True),
        ("Kidney failure has occurred.", (*KIDNEY, "kidney calculi"), "kidney stones", False),
        ("Thyroid function should be measured.", THYROID, "hyperthyroidism", False),
        ("Damage to the liver was seen.", THYROID, "hyperthyroidism", False),
    ],
)
def test_told_by_the_organ(text: str, classes: tuple[str, ...], label: str, told: bool) -> None:
    assert told_in(text, classes, label) is told
