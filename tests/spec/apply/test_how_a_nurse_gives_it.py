"""`how do I give A` asks for the manner, as `how is A taken` does."""

from __future__ import annotations

import pytest

import probatum


@pytest.mark.parametrize("typed", ["how do i give alendronate", "how should alendronate be taken"])
def test_the_manner_is_told(typed: str) -> None:
    told = " ".join(s.text for s in probatum.answer(typed, reader="nurse").sections[0].statements[:2])
    assert "glass of plain water" in told
