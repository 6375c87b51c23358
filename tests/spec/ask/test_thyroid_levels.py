"""A raised TSH stands for a thyroid that is too slow."""

from __future__ import annotations

import pytest

from probatum import ask


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("TSH 8.1 with normal T4, start levothyroxine?", "subclinical hypothyroidism"),
        ("levothyroxine in 80yo, TSH 6, fT4 normal", "subclinical hypothyroidism"),
        ("TSH 22, levothyroxine dose?", "hypothyroidism"),
    ],
)
def test_raised(typed: str, name: str) -> None:
    assert name in [c.label for c in ask.read(typed).concepts]


def test_a_normal_value_stands_for_nothing() -> None:
    assert not any("thyroidism" in c.label for c in ask.read("tired, TSH 2.1, what else to test").concepts)
