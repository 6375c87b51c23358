"""Where it is asked how one medicine is changed for another, the label that tells that very change leads; never the way
back, and such a sentence is nothing for anybody else."""

from __future__ import annotations

import pytest

import probatum

LEAD = "Changing from one to the other"


def _first(typed: str) -> str:
    return probatum.answer(typed).sections[0].statements[0].text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("How do I switch from warfarin to apixaban?", "INR is below 2.0"),
        ("switching from warfarin to rivaroxaban, INR 2.6", "INR is below 3.0"),
        ("I am on warfarin and the doctor wants to change me to dabigatran, how is it done?", "INR is below 2.0"),
        ("How to switch from dabigatran to warfarin, CrCl 40?", "2 days before with 31 to 50 ml/min"),
        ("Switch lisinopril to sacubitril/valsartan, how long to wait?", "within 36 hours"),
    ],
)
def test_the_change_leads(typed: str, told: str) -> None:
    first = _first(typed)
    assert first.startswith(LEAD)
    assert told in first


@pytest.mark.parametrize(
    "typed", ["How do I switch from apixaban to warfarin?", "how to switch from rivaroxaban to warfarin"]
)
def test_the_way_back_is_not_told(typed: str) -> None:
    assert _first(typed).startswith("No label or guideline that is held tells how")


@pytest.mark.parametrize(
    "typed",
    [
        "Apixaban dose in AF, 70 y, takes warfarin, INR 3.4",
        "rivaroxaban for AF, INR 2.6",
        "Is dabigatran better than warfarin in AF with CrCl 40?",
    ],
)
def test_it_is_nothing_for_anybody_else(typed: str) -> None:
    short = " ".join(one.text.lower() for one in probatum.answer(typed).sections[0].statements)
    assert "to switch from" not in short
    assert "stopped at what was measured" not in short
