"""A note that tells a value and what is taken, and asks nothing of its own but what is to be done."""

from __future__ import annotations

import pytest

from probatum.text import noted


@pytest.mark.parametrize(
    "text",
    [
        "TSH 12 on zorbinol",
        "nurse calling: TSH came back 0.02 mU/L, pt is on zorbinol, any change?",
        "Lab just phoned a potassium of 5.8. She takes zorbinol. What do you want me to do?",
        "78F on zorbinol 10 mg with INR 6.5, plan?",
    ],
)
def test_nothing_else_is_asked(text: str) -> None:
    assert noted.bare(text)


@pytest.mark.parametrize(
    "text",
    [
        "does zorbinol lower TSH from 12",
        "TSH 8, start zorbinol?",
        "TSH 12, is zorbinol better than placebo",
        "side effects of zorbinol at TSH 2",
    ],
)
def test_something_of_its_own_is_asked_or_told(text: str) -> None:
    assert not noted.bare(text)


@pytest.mark.parametrize(
    ("text", "adds"),
    [("HbA1c 75 on zorbinol, add what", True), ("max zorbinol", True), ("urate 480 on zorbinol, next step", False)],
)
def test_another_is_wanted_beside_it(text: str, *, adds: bool) -> None:
    assert bool(noted.ADDS.search(text)) is adds


@pytest.mark.parametrize(
    ("text", "denied"), [("INR 7, no bleeding", True), ("not bleeding", True), ("bleeding", False)]
)
def test_what_is_not_there(text: str, *, denied: bool) -> None:
    assert noted.denied(text, "bleeding") is denied
