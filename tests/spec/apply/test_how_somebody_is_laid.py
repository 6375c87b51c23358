"""How somebody is laid is told while help comes, and where just that is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply.labels import asked_of, label_sides


def _told(typed: str, place: Path, reader: str = "carer", name: str = "bottom_line") -> str:
    answer = probatum.answer(typed, reader=reader, library=place)
    return " ".join(s.plain or s.text for s in answer.section(name).statements)


@pytest.mark.parametrize(
    "typed",
    [
        "my son is having an anaphylactic reaction to nuts, should he lie down or sit up",
        "peanut allergy, she collapsed after eating a nut, lips swelling",
        "bee sting, face swollen and cant breathe, no epipen",
    ],
)
def test_in_an_emergency_behind_the_call(starter_place: Path, typed: str) -> None:
    for name in ("bottom_line", "algorithm"):
        told = _told(typed, starter_place, name=name)
        assert 0 <= told.lower().index("call the local emergency number") < told.index("lie flat with legs raised")
    assert "second adrenaline auto-injector" not in _told(typed, starter_place)


@pytest.mark.parametrize("typed", ["after the epipen should she lie down", "how to position somebody in anaphylaxis"])
def test_where_just_that_is_asked(starter_place: Path, typed: str) -> None:
    assert "lie flat with legs raised" in _told(typed, starter_place)


def test_of_another_collapse_it_is_not_told(starter_place: Path) -> None:
    assert "legs raised" not in _told("he collapsed with chest pain", starter_place)


def test_after_a_tablet_that_burns_it_is_not_lying_down(starter_place: Path) -> None:
    assert "not lie down for at least 30 minutes" in _told("can I lie down after taking alendronate", starter_place)


_LAID = next(one for one in label_sides.SIDES if one.name == "how somebody is laid or sat")


@pytest.mark.parametrize(
    "typed",
    [
        "room spins when I lie down, what treatment",
        "alendronate pt bedbound cant sit up",
        "heartburn worse on lying down, what helps",
        "he cannot lie flat, heart failure",
    ],
)
def test_a_complaint_or_what_cannot_be_done_asks_it_not(typed: str) -> None:
    assert not asked_of.asks(_LAID, typed)


@pytest.mark.parametrize(
    "typed",
    ["should she lie down when she faints", "cannot sit up, what position is best", "can I lie down after alendronate"],
)
def test_beside_a_complaint_it_is_asked_all_the_same(typed: str) -> None:
    assert asked_of.asks(_LAID, typed)
