"""`will X stop it` asks what X does to the illness, and not whether X is ended."""

from __future__ import annotations

import pytest

from probatum.text import ending, halting


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("will putting moisturiser on him every day stop it", False),
        ("migraines every week, would propranolol stop them", False),
        ("does propranolol stop it", False),
        ("can I stop it", True),
        ("my dad takes propranolol, should he stop it", True),
    ],
)
def test_who_stops_what(text: str, ends: bool) -> None:
    assert (halting.way(text, ["propranolol", "moisturiser"]) is halting.Way.STOP) is ends
    assert not (ending.asks(text) and not ends)
