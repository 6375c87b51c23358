"""An illness that the people of a question do not have is none of theirs, however it is said."""

from __future__ import annotations

import pytest

from probatum.apply.patient.uses import _lacked


@pytest.mark.parametrize(
    ("question", "named", "lacks"),
    [
        ("zorbinol for gravel if the patient has no quarry fever", "quarry fever", True),
        ("zorbinol for gravel without known quarry fever", "quarry fever", True),
        ("zorbinol in people who are not quarry-sick", "quarry-sick", True),
        ("zorbinol in people who don't have any quarry fever", "quarry fever", True),
        ("zorbinol for gravel and quarry fever", "quarry fever", False),
        ("nothing helps, zorbinol for quarry fever", "quarry fever", False),
    ],
)
def test_what_is_lacked(question: str, named: str, lacks: bool) -> None:
    assert _lacked(question, named) is lacks
