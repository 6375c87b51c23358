"""Whether a medicine may just end is not answered by the harm for which its label has it stopped; another medicine that
is barred after this one keeps its name."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.text import ending


def _short(typed: str, place: Path, reader: str = "patient") -> str:
    answer = probatum.answer(typed, reader=reader, library=place)
    return " ".join(s.plain or s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize("typed", ["i take fluoxetine and want to stop, can i just stop", "can i stop fluoxetine"])
def test_a_rash_is_no_answer(starter_place: Path, typed: str) -> None:
    told = _short(typed, starter_place)
    assert told.startswith("Do not stop fluoxetine on your own")
    assert "rash" not in told


def test_the_harm_that_is_told_is_one(starter_place: Path) -> None:
    assert "rash" in _short("i have a rash on fluoxetine, can i stop it", starter_place)
    assert "rash" in _short("when is fluoxetine stopped", starter_place, "doctor")


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        ("can i stop sertraline on my own", "should not be stopped all at once"),
        ("ok to stop mirtazapine if i feel better", "step by step"),
        ("can i stop gabapentin", "slowly over at least 1 week"),
    ],
)
def test_what_tells_how_is_told_still(starter_place: Path, typed: str, how: str) -> None:
    assert how in _short(typed, starter_place)


def test_another_medicine_keeps_its_name(starter_place: Path) -> None:
    for typed in ("can fluoxetine be taken with an MAO inhibitor", "i take fluoxetine, can i just stop it"):
        told = _short(typed, starter_place).lower()
        assert "an mao inhibitor must not be used within 5 weeks of fluoxetine" in told
        assert told.count("used within 5 weeks of fluoxetine") == 1


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("can I just stop my bisoprolol", True),
        ("i want to stop taking it", True),
        ("is it ok to stop sertraline", True),
        ("how do I stop sertraline", False),
        ("when can I stop aspirin", False),
        ("can ginger stop vomiting", False),
    ],
)
def test_leave_is_asked(text: str, asks: bool) -> None:
    assert ending.asks_leave(text) is asks
