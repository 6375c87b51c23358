"""Who tells a result of a test and asks what it means is told what sources say of that measure, and not what the
medicine did in trials."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer
from probatum.text import resulted


def _short(made: Answer) -> str:
    return " ".join(s.plain or s.text for s in made.section("bottom_line").statements)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my tsh is 9 and i take levothyroxine", "TSH"),
        ("mums inr is 1.4 and she takes warfarin", "INR"),
        ("my hba1c is 58 what does that mean", "HbA1c"),
        ("lithium level 0.9 is that ok", "lithium"),
        ("my lithium dose is 400 mg", ""),
        ("TSH 9 on levothyroxine, increase the dose?", ""),
        ("my cholesterol is 6.5, should I take a statin", ""),
        ("does levothyroxine lower my TSH below 4", ""),
    ],
)
def test_results_of_which_nothing_else_is_asked(text: str, name: str) -> None:
    found = resulted.told(text)
    assert (found.name if found else "") == name


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("my inr is 1.4 and i take warfarin", "target INR of 2.5"),
        ("my lithium level is 0.9 is that ok", "0.6 to 1.2"),
        ("my tsh is 9 and i take levothyroxine", "every 6 to 8 weeks"),
    ],
)
def test_what_is_said_of_the_measure_leads(starter_place: Path, typed: str, told: str) -> None:
    made = probatum.answer(typed, library=starter_place, reader="patient")
    assert told in _short(made)
    assert "nothing that tells what this result means" in _short(made)
    assert "placebo" not in _short(made)
    path = " ".join(s.plain or s.text for s in made.section("algorithm").statements)
    assert "had it measured" in path
    assert "If it does not help" not in path


def test_a_result_without_a_medicine_finds_no_advice_on_another_matter(starter_place: Path) -> None:
    made = probatum.answer("my hba1c is 58 what does that mean", library=starter_place, reader="patient")
    assert "statin" not in _short(made)


def test_a_state_that_labels_name_stays_first(starter_place: Path) -> None:
    made = probatum.answer("what does an inr of 6 mean, im on warfarin", library=starter_place, reader="patient")
    assert "is stopped at what was measured" in _short(made)
    assert "nothing that tells what this result means" not in _short(made)
