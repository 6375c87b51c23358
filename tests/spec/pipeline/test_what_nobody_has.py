"""A vague illness that somebody denies is none of its kinds, and bars nothing."""

from __future__ import annotations

from pathlib import Path

import probatum


def test_a_denied_illness_is_the_widest(starter_place: Path) -> None:
    made = probatum.answer("is it worth taking a statin im 78 and never had heart trouble", library=starter_place)
    assert "heart disease" in made.question.read
    assert "myocardial infarction" not in made.question.read
    assert any("tatin" in s.text and "placebo" in s.text for s in made.section("bottom_line").statements)


def test_an_illness_that_is_told_is_still_decided(starter_place: Path) -> None:
    made = probatum.answer("i have heart trouble can i take ibuprofen", library=starter_place)
    assert any(a.what in ("near concept", "lay term") for a in made.question.assumptions)


def test_a_denied_illness_bars_nothing(starter_place: Path) -> None:
    made = probatum.answer("im 68 no heart problems should i take aspirin", library=starter_place, reader="patient")
    told = " ".join(s.plain or s.text for s in made.section("bottom_line").statements)
    assert "is a kind or a sign of this" not in told
    own = probatum.answer("im 68 with asthma can i take propranolol", library=starter_place, reader="patient")
    assert "asthma" in " ".join(s.plain or s.text for s in own.section("bottom_line").statements)
