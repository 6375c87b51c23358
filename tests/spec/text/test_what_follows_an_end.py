"""What somebody feels who has just stopped a medicine asks what comes of its end."""

from __future__ import annotations

import pytest

from probatum.text import ending


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("stopped my sertraline suddenly and feel dizzy with electric zaps, is that normal", True),
        ("came off bisoprolol last week and now heart racing", True),
        ("what happens when I stop sertraline suddenly", True),
        ("sertraline for dizziness", False),
        ("I never stopped my sertraline and feel dizzy", False),
    ],
)
def test_after_an_end(text: str, after: bool) -> None:
    assert ending.asks_after(text) is after
