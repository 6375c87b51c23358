"""A study of both kinds of an illness, which nobody has together, is indirect for one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.vocabulary import defined


@pytest.mark.parametrize(
    ("label", "title", "both"),
    [
        ("HFpEF", "Cure in heart failure with reduced or preserved ejection fraction: a meta-analysis", True),
        ("systolic heart failure", "Cure across the spectrum of ejection fraction", True),
        ("HFpEF", "Cure in heart failure with preserved ejection fraction", False),
        ("HFpEF", "Cure in heart failure with mildly reduced or preserved ejection fraction", False),
        ("heart failure", "Cure in heart failure with reduced or preserved ejection fraction", False),
    ],
)
def test_titles_of_both(label: str, title: str, *, both: bool) -> None:
    assert defined.either(label, title) is both


def test_the_review_of_both_is_told_as_indirect(starter_place: Path) -> None:
    answer = probatum.answer("SGLT2 inhibitors for HFpEF", library=starter_place)
    told = [s for s in answer.section("evidence").statements if "40% or less" in s.text]
    assert told
    assert all("in heart failure as a whole" in s.directness for s in told)


def test_it_is_direct_for_the_whole(starter_place: Path) -> None:
    answer = probatum.answer("SGLT2 inhibitors in heart failure mortality", library=starter_place)
    assert not any("as a whole" in s.directness for s in answer.section("bottom_line").statements)
