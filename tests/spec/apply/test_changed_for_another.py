"""Where it is asked how one medicine is changed for another, the label that tells it leads, else that none does."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply import replacing, switching
from probatum.model import Patient

LEAD = "Changing from one to the other"


def _first(typed: str, library: Library) -> str:
    return probatum.answer(typed, library=library).sections[0].statements[0].text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("How do I switch from lisinopril to sacubitril/valsartan?", "within 36 hours"),
        ("Switch lisinopril to sacubitril/valsartan, how long to wait?", "within 36 hours"),
    ],
)
def test_the_change_leads(typed: str, told: str, starter_library: Library) -> None:
    first = _first(typed, starter_library)
    assert first.startswith(LEAD)
    assert told in first


@pytest.mark.parametrize(
    "typed", ["How do I switch from apixaban to warfarin?", "switching from warfarin to rivaroxaban, INR 2.6"]
)
def test_what_no_label_tells_is_said(typed: str, starter_library: Library) -> None:
    assert _first(typed, starter_library).startswith("No label or guideline that is held tells how")


def test_of_a_change_its_direction_counts() -> None:
    text = "To switch from warfarin to apixaban, warfarin should be stopped and apixaban started."
    assert switching.leads(text, "warfarin", "apixaban", Patient())
    assert not switching.leads(text, "apixaban", "warfarin", Patient())
    assert replacing.tells_how(text)
    assert not replacing.tells_how("Within 36 hours of a switch from warfarin it is contraindicated.")
