"""What becomes of a medicine when an operation is ahead: what labels and guidelines say of the very occasion leads, and
the path asks nobody whether it is still needed."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply.labels import asked_of, label_sides
from probatum.model import Intent


def _section(typed: str, place: Path, name: str = "bottom_line", reader: str = "patient") -> str:
    answer = probatum.answer(typed, reader=reader, library=place)
    return " ".join(s.plain or s.text for s in answer.section(name).statements)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "do I stop warfarin before having a tooth pulled",
            "continuing warfarin without a pause when the INR is below 4",
        ),
        ("i take jardiance and my gallbladder comes out friday, when do i stop it", "at least 3 days"),
        ("should I stop apixaban before my knee replacement", "at least 48 hours before surgery"),
        ("do i need to stop metformin before a colonoscopy", "food and fluids are restricted"),
    ],
)
def test_what_is_said_of_the_occasion_leads(starter_place: Path, typed: str, told: str) -> None:
    short = _section(typed, starter_place)
    assert told in short.split(". ")[0]
    assert "contrast" not in short


def test_of_a_scan_with_contrast_the_contrast_is_told(starter_place: Path) -> None:
    assert "contrast" in _section("is metformin stopped before a ct scan with contrast", starter_place)


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("should I stop apixaban before my knee replacement", "surgical team"),
        ("stop warfarin for a tooth out?", "dentist"),
    ],
)
def test_the_path_leads_to_who_operates(starter_place: Path, typed: str, who: str) -> None:
    path = _section(typed, starter_place, "algorithm")
    assert path.startswith(f"Tell the {who}") and "Show them this" in path
    assert "still needed" not in path
    for_doctors = _section(typed, starter_place, "algorithm", "doctor")
    assert "Go by this" in for_doctors and f"Agree with the {who}" in for_doctors


def test_without_an_operation_it_is_still_asked_whether_it_is_needed(starter_place: Path) -> None:
    assert "still needed" in _section("should I stop omeprazole", starter_place, "algorithm")


@pytest.mark.parametrize(
    "typed", ["do I have to come off HRT before my operation", "stop aspirin before a colonoscopy"]
)
def test_that_nothing_is_held_is_said(starter_place: Path, typed: str) -> None:
    assert "no guideline that is held here says anything" in _section(typed, starter_place)
    assert "whether it is paused at all" in _section(typed, starter_place, "algorithm")


def test_when_to_hold_is_no_question_of_what_a_procedure_finds(starter_place: Path) -> None:
    answer = probatum.answer("on edoxaban, needs endoscopy with biopsy, when to hold", library=starter_place)
    assert answer.question.intent is Intent.THERAPY
    assert "24 hours" in answer.section("bottom_line").statements[0].text


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("can appendicitis be treated with antibiotics rather than appendectomy", False),
        ("can I have antibiotics instead of an operation", False),
        ("can I take antibiotics before my operation", True),
        ("should blood thinners be stopped before a colonoscopy", True),
    ],
)
def test_an_operation_in_whose_place_something_is_given_is_none_ahead(typed: str, asked: bool) -> None:
    ahead = next(one for one in label_sides.SIDES if one.name == "operations and procedures")
    assert asked_of.asks(ahead, typed) is asked
