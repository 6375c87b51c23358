"""How poor a liver is that a text tells of."""

from __future__ import annotations

import pytest

from probatum.text import livers
from probatum.text.livers import MILD, MODERATE, SEVERE


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("moderate or severe liver impairment", {MODERATE, SEVERE}),
        ("in mild to moderate hepatic impairment", {MILD, MODERATE}),
        ("hepatic impairment (Child-Pugh class A to C)", {MILD, MODERATE, SEVERE}),
        ("Child-Pugh B or C cirrhosis", {MODERATE, SEVERE}),
        ("acute liver failure or decompensated cirrhosis", {SEVERE}),
        ("compensated cirrhosis", {MILD}),
        ("in severe kidney or liver impairment", {SEVERE}),
        ("in liver impairment and in severe kidney impairment", set()),
        ("cirrhosis", set()),
        ("severe asthma", set()),
    ],
)
def test_the_classes_that_are_named(text: str, classes: set[int]) -> None:
    assert livers.classes(text) == classes
