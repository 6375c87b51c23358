"""What comes of an end in numbers is told by trials and cohorts; how something is ended, by labels."""

from __future__ import annotations

import pytest

from probatum.text import ending


@pytest.mark.parametrize(
    "typed",
    [
        "Stopping ramipril in patients with influenza, does it lower mortality?",
        "Discontinuing statins in people past eighty: will it improve quality of life?",
    ],
)
def test_an_effect_of_an_end_is_no_way_of_ending(typed: str) -> None:
    assert not ending.asks(typed)


@pytest.mark.parametrize(
    "typed",
    ["Stopping ramipril in patients with influenza", "coming off sertraline, how slowly?", "can I stop my statin"],
)
def test_how_and_whether_it_is_ended_still_are(typed: str) -> None:
    assert ending.asks(typed)
