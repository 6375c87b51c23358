"""Whether one more dose of a medicine is asked for, and which sentences of labels tell of that."""

from __future__ import annotations

import pytest

from probatum.text import repeating


@pytest.mark.parametrize(
    "typed",
    [
        "can I take a second zorbinol spray",
        "how often can I repeat the zorbinol pen",
        "zorbinol puffs again after how long",
        "second dose of zorbinol",
        "when can I take another zorbinol",
        "how soon can I take zorbinol again",
        "how long between doses of zorbinol",
    ],
)
def test_one_more_dose_is_asked_for(typed: str) -> None:
    assert repeating.asks(typed, ("zorbinol",))


@pytest.mark.parametrize(
    "typed",
    [
        "second course of zorbinol",
        "repeat prescription of zorbinol",
        "can I start zorbinol again",
        "missed a second dose of zorbinol",
        "second dose of zorbinol vaccine",
        "is zorbinol second-line",
        "dose of zorbinol",
    ],
)
def test_what_asks_for_something_else(typed: str) -> None:
    assert not repeating.asks(typed, ("zorbinol",))


def test_what_labels_tell_of_it() -> None:
    assert repeating.tells("The dose is 1 tablet, repeated about every 5 minutes.")
    assert repeating.tells("The dose is 2 tablets every 4 to 6 hours.")
    assert not repeating.tells("The dose is 5 mg twice daily.")
    assert repeating.calls("Emergency care is needed when pain persists after 3 tablets.")
    assert not repeating.calls("A doctor prescribes zorbinol.")
