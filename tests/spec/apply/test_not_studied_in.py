"""`Not studied in` is said of an illness of which no study has a word, and not where people with and without it were
taken in."""

from __future__ import annotations

import pytest

import probatum


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("dapagliflozin for heart failure in type 2 diabetes", False),
        ("empagliflozin in CKD with diabetes", False),
        ("colchicine for gout with heart failure", True),
    ],
)
def test_not_studied_in(typed: str, said: bool) -> None:
    told = " ".join(s.text for s in probatum.answer(typed).sections[0].statements)
    assert ("(not studied in " in told) is said
