"""What a drug lowers is the weight and not the change in it."""

from __future__ import annotations

import pytest

from probatum.apply.wording import itself


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("change in body weight", "body weight"),
        ("the change in body weight", "body weight"),
        ("mean percentage change from baseline in LDL cholesterol", "LDL cholesterol"),
        ("changes in pain", "pain"),
        ("change", "change"),
        ("rate of change in weight", "rate of change in weight"),
        ("climate change in cities", "climate change in cities"),
        ("deaths", "deaths"),
    ],
)
def test_the_outcome_itself(noun: str, said: str) -> None:
    assert itself(noun) == said
