"""Arithmetic that statements show: what it comes to, and what is no arithmetic."""

from __future__ import annotations

import pytest

from probatum.assess import arithmetic
from probatum.errors import ProbatumError


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("1000 * (24 / 100 - 12 / 100)", "120"),
        ("√(16)", "4"),
        ("√2", "1.414213562"),
        ("1.96 * √(12 / 100 * (1 - 12 / 100) / 100)", "0.0637"),
        ("2 * √√16", "4"),
        ("-√(9) + 10", "7"),
    ],
)
def test_an_expression_comes_to(expression: str, printed: str) -> None:
    assert arithmetic.rounds_to(arithmetic.evaluate(expression), printed)


@pytest.mark.parametrize("expression", ["√", "√(1 - 2)", "√" * 30 + "4", "√(4", "4√"])
def test_what_is_no_root_is_refused(expression: str) -> None:
    with pytest.raises(ProbatumError, match="P710"):
        arithmetic.evaluate(expression)


def test_the_numbers_of_a_root_are_seen() -> None:
    assert arithmetic.numbers("1.96 * √(12 / 100)") == (1.96, 12.0, 100.0)
