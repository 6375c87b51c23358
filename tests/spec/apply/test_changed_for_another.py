"""Where it is asked how one medicine is changed for another, the label that tells it leads, else that none does."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.labels import switching
from probatum.apply.together import replacing
from probatum.model import Patient

LEAD = "Changing from one to the other"


def _first(typed: str, library: Library) -> str:
    return probatum.answer(typed, library=library).sections[0].statements[0].text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("How do I switch from lisinopril to sacubitril/valsartan?", "within 36 hours"),
        ("Switch lisinopril to sacubitril/valsartan, how long to wait?", "within 36 hours"),
        ("How do I switch from apixaban to edoxaban?", "when the next dose of the other would have been due"),
        ("switching from warfarin to edoxaban, INR 2.6", "warfarin should be stopped and edoxaban started when"),
    ],
)
def test_the_change_leads(typed: str, told: str, starter_library: Library) -> None:
    first = _first(typed, starter_library)
    assert first.startswith(LEAD)
    assert told in first


@pytest.mark.parametrize(
    "typed", ["How do I switch from metoprolol to bisoprolol?", "switching from lisinopril to amlodipine, cough"]
)
def test_what_no_label_tells_is_said(typed: str, starter_library: Library) -> None:
    assert _first(typed, starter_library).startswith("No label or guideline that is held tells how")


def test_of_a_change_its_direction_counts() -> None:
    text = "To switch from warfarin to apixaban, warfarin should be stopped and apixaban started."
    assert switching.leads(text, "warfarin", "apixaban", Patient())
    assert not switching.leads(text, "apixaban", "warfarin", Patient())
    assert replacing.tells_how(text)
    others = "In a change from another oral anticoagulant (not warfarin) to apixaban, apixaban is started when due."
    assert not switching.leads(others, "warfarin", "apixaban", Patient())
    assert switching.leads(others, "rivaroxaban", "apixaban", Patient())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Warfarin should be discontinued and apixaban started when the INR is below 2.0.", True),
        ("Discontinue warfarin and start rivaroxaban as soon as the INR is below 3.0.", True),
        ("Within 36 hours of a switch from an ACE inhibitor it is contraindicated.", False),
        ("It should be stopped if pancreatitis is suspected and not started again if it is confirmed.", False),
        ("When changing from NPH insulin twice daily, the starting dose is 20% lower.", False),
    ],
)
def test_one_stopped_and_another_begun_is_a_change(text: str, told: bool) -> None:
    assert replacing.tells_how(text) is told
