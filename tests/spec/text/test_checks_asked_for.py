"""Whether a question asks how a treatment is to be watched."""

from __future__ import annotations

import pytest

from probatum.text import watching


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("how do I monitor a patient on zorbinol?", True),
        ("zorbinol monitoring", True),
        ("which blood tests for zorbinol", True),
        ("does my gran need her potassium checked on zorbinol", True),
        ("do I need to monitor potassium on zorbinol?", True),
        ("monitor zorbinol how often", True),
        ("does zorbinol help with cramps?", False),
        ("what is the dose of zorbinol?", False),
    ],
)
def test_checks_are_asked_for(text: str, asks: bool) -> None:
    assert watching.asks(text) is asks
