"""What is given beside a question is a detail that somebody can have."""

from __future__ import annotations

import pytest

from probatum import vocabulary
from probatum.ask.assuming import read_assumed
from probatum.errors import ProbatumError


@pytest.mark.parametrize("text", ["eGFR nan", "eGFR 99999999999999", "male, pregnant", "weight heavy kg"])
def test_what_nobody_can_have_is_refused(text: str) -> None:
    with pytest.raises(ProbatumError, match="P415"):
        read_assumed((text,), vocabulary.load())


def test_a_text_beyond_all_bounds_is_refused_at_once() -> None:
    with pytest.raises(ProbatumError, match="P401"):
        read_assumed(("spasms=" + "a " * 50_000,), vocabulary.load())


@pytest.mark.parametrize("text", ["eGFR 25", "pregnant, eGFR 25, takes warfarin", "weight 70 kg", "68", "not pregnant"])
def test_what_one_can_have_is_taken(text: str) -> None:
    assert read_assumed((text,), vocabulary.load()).details
