"""More of paracetamol at one time than an adult may take is said before anything else."""

from __future__ import annotations

import pytest

from probatum.ask.danger.mixups import mixed_up


@pytest.mark.parametrize(
    "typed",
    [
        "can i take 8 paracetamol 500mg at once for bad toothache",
        "is it ok to have four tablets of paracetamol in one go",
        "4000 mg of acetaminophen at once",
    ],
)
def test_too_many_at_once_is_named(typed: str) -> None:
    assert "at one time" in mixed_up(typed)


@pytest.mark.parametrize(
    "typed",
    ["can I take 2 paracetamol at once", "paracetamol 1000 mg and ibuprofen at the same time", "3 paracetamol a day"],
)
def test_what_may_be_taken_at_once_is_not(typed: str) -> None:
    assert "at one time" not in mixed_up(typed)
