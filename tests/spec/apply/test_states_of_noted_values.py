"""What a guideline has done in the state that a noted value is: of that degree, and without more than is told."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


def _told(typed: str, place: Path) -> tuple[list[str], list[str]]:
    made = probatum.answer(typed, library=place)
    short = [s.text for s in made.section("bottom_line").statements]
    return short, [s.text for s in made.section("algorithm").statements]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("K 3.2 on furosemide", "mild hypokalaemia"),
        ("K 2.9 on indapamide", "moderate hypokalaemia"),
        ("Na 127 on hydrochlorothiazide", "medicines such as thiazides are stopped"),
        ("calcium 2.75 on lithium", "lithium should be stopped or reviewed"),
        ("blood sugar 3.5 on gliclazide", "quick-acting carbohydrate"),
    ],
)
def test_it_leads_the_answer_and_the_path(typed: str, first: str, starter_place: Path) -> None:
    short, path = _told(typed, starter_place)
    assert first in short[0] and first in path[0]


@pytest.mark.parametrize(
    ("typed", "never"),
    [
        ("K 3.2 on furosemide", "moderate hypokalaemia"),
        ("Na 127 on hydrochlorothiazide", "sodium chloride 3%"),
        ("calcium 2.75 on lithium", "rehydration"),
    ],
)
def test_a_graver_degree_is_left_out(typed: str, never: str, starter_place: Path) -> None:
    short, path = _told(typed, starter_place)
    assert not any(never in line for line in (*short, *path))


def test_what_is_done_at_the_very_value_stands_before_what_is_done_in_bleeding(starter_place: Path) -> None:
    short, path = _told("INR 9.4 on warfarin", starter_place)
    assert "With an INR above 8" in short[1] and "With an INR above 8" in path[0]


def test_what_is_taken_is_not_begun(starter_place: Path) -> None:
    _, path = _told("K 5.7 on spironolactone", starter_place)
    assert "spironolactone" in path[0] and "should be stopped" in path[0]
    assert not any(line.startswith("Do not start") for line in path)


def test_a_value_tells_no_cause(starter_place: Path) -> None:
    short, path = _told("platelets 88 on enoxaparin day 6", starter_place)
    assert "below 100000" in short[0] and "below 100000" in path[0]
    assert not any("In heparin-induced" in line for line in (*short[:1], *path))


def test_what_is_done_at_the_value_stands_before_that_it_is_not_begun(starter_place: Path) -> None:
    _, path = _told("ANC 1.2 on clozapine", starter_place)
    assert "confirmed by a second one" in path[0] and "Before the next dose" in path[1]
