"""A medicine that was given some time ago is told apart from one that is asked about."""

from __future__ import annotations

import pytest

from probatum.text.given_before import before


@pytest.mark.parametrize(
    ("name", "text", "earlier"),
    [
        ("zorbin", "17 weeks pregnant. last time (not preg) she got zorbin. what antibiotic now", True),
        ("zorbin", "cellulitis again, 3 months ago was given zorbin", True),
        ("zorbin", "previously treated with oral zorbin", True),
        ("zorbin", "last time she got zorbin, can she have zorbin again", False),
        ("zorbin", "started zorbin last week, what antibiotic", False),
        ("zorbin", "last time was fine. she got zorbin today", False),
        ("zorbin", "which antibiotic", False),
    ],
)
def test_given_before(name: str, text: str, earlier: bool) -> None:
    assert before(name, text) is earlier
