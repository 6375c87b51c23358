"""How a medicine is stopped is told in the steps of a guideline, before what its label says of a sudden end."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _told(typed: str, library: Library) -> list[str]:
    return [s.text for s in probatum.answer(typed, library=library).sections[0].statements]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("How should sertraline be stopped?", "step by step over weeks or months"),
        ("How to stop venlafaxine", "step by step over weeks or months"),
        ("Stopping paroxetine", "step by step over weeks or months"),
        ("How should fluoxetine be stopped?", "alternate days"),
        ("How do I come off citalopram?", "step by step over weeks or months"),
        ("How to stop an antidepressant", "step by step to zero"),
    ],
)
def test_the_steps_lead(typed: str, told: str, starter_place: Library) -> None:
    said = _told(typed, starter_place)
    assert told in said[0]
    assert not any(text.startswith("No source of the library tells how") for text in said)


def test_what_the_label_says_stands_behind_it(starter_place: Library) -> None:
    assert "should not be stopped abruptly" in _told("How should sertraline be stopped?", starter_place)[1]


def test_a_rash_is_no_way_to_stop_it(starter_place: Library) -> None:
    said = _told("How should allopurinol be stopped?", starter_place)
    assert not any("first sign of a rash" in text for text in said)
    assert any(text.startswith("No source of the library tells how") for text in said)


@pytest.mark.parametrize("typed", ["How should bisoprolol be stopped?", "How to stop prednisolone"])
def test_a_label_still_tells_it_where_no_guideline_does(typed: str, starter_place: Library) -> None:
    assert _told(typed, starter_place)[0].startswith("Stopping (")


def test_whether_it_may_end_is_answered_as_before(starter_place: Library) -> None:
    assert _told("Can I stop sertraline?", starter_place)[0].startswith("Stopping (US label of sertraline)")


def test_what_helps_against_an_illness_is_no_list_of_what_is_held(starter_place: Library) -> None:
    assert not any("SGLT2" in text for text in _told("How to stop diarrhoea?", starter_place))
