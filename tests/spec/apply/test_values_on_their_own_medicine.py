"""A value on the medicine that is dosed by it is answered by what is aimed at and how the dose is moved; a note of
which nothing is held is told so."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer, Kind


def _short(made: Answer) -> list[str]:
    return [s.text for s in made.section("bottom_line").statements]


def _path(made: Answer) -> list[str]:
    return [s.text for s in made.section("algorithm").statements]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("TSH 12 on levothyroxine", "keeps TSH in the reference range"),
        ("urate 480 on allopurinol 100, next step", "target of serum urate in gout is below 360"),
        ("nurse calling: INR came back 1.6, pt is on warfarin, any change?", "target INR of 2.5"),
        ("BP 164/98 on amlodipine 10", "Step 2: in hypertension that is not controlled"),
        ("HbA1c 75 on metformin, add what", "metformin together with an SGLT2 inhibitor"),
    ],
)
def test_what_is_done_leads_the_answer_and_the_path(typed: str, first: str, starter_place: Path) -> None:
    made = probatum.answer(typed, library=starter_place)
    assert first in _short(made)[0]
    assert first.lower() in _path(made)[0].lower()
    assert not any("placebo" in line for line in _short(made))


def test_within_what_is_aimed_at_nothing_is_moved(starter_place: Path) -> None:
    made = probatum.answer("urate 290 on allopurinol", library=starter_place)
    assert not any("raised by 100 mg" in line for line in (*_short(made)[:2], *_path(made)))
    made = probatum.answer("TSH 1.8 on levothyroxine", library=starter_place)
    assert not any("is raised by" in line for line in (*_short(made), *_path(made)))


def test_what_is_for_the_other_side_is_not_told(starter_place: Path) -> None:
    low = probatum.answer("TSH 0.05 on levothyroxine", library=starter_place)
    assert "does not suppress TSH" in _short(low)[0]
    assert not any("is raised by" in line for line in (*_short(low), *_path(low)))
    clotting = probatum.answer("INR 1.3 on warfarin", library=starter_place)
    assert not any("withheld" in line or "started again" in line for line in (*_short(clotting), *_path(clotting)))


@pytest.mark.parametrize(
    ("typed", "what"),
    [("TSH 22 on carbimazole", "TSH 22 on carbimazole"), ("CRP 86 on prednisolone", "CRP 86 on prednisolone")],
)
def test_that_nothing_is_held_is_told_of_just_that(typed: str, what: str, starter_place: Path) -> None:
    made = probatum.answer(typed, library=starter_place)
    lead = made.section("bottom_line").statements[0]
    assert lead.kind is Kind.ABSENCE and f"tells what is done at {what}" in lead.text
    assert not any("starting dose" in line for line in (*_short(made), *_path(made)))


@pytest.mark.parametrize("typed", ["does levothyroxine help when TSH is 12", "allopurinol dose, crcl 18"])
def test_what_asks_of_an_effect_or_a_dose_is_no_note(typed: str, starter_place: Path) -> None:
    assert not any("tells what is done at" in line for line in _short(probatum.answer(typed, library=starter_place)))


def test_an_aim_of_others_is_none_for_those_of_whom_the_label_speaks_apart(starter_place: Path) -> None:
    valve = probatum.answer("INR 1.7 on warfarin, mechanical valve", library=starter_place)
    assert not any("target INR of 2.5" in line for line in (*_short(valve), *_path(valve)))
    plain = probatum.answer("INR 1.7 on warfarin, any change?", library=starter_place)
    assert "target INR of 2.5" in _short(plain)[0]
