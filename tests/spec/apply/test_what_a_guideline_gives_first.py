"""What a guideline has given first in the illness or the attack asked about stands before single trials."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _told(typed: str, library: Library) -> list[str]:
    return [s.text for s in probatum.answer(typed, library=library).sections[0].statements]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("acute severe asthma treatment", "nebulised salbutamol 5 mg"),
        ("salbutamol nebuliser dose in acute severe asthma", "nebulised salbutamol 5 mg"),
        ("COPD exacerbation antibiotic", "first choice is amoxicillin"),
        ("prednisolone for acute asthma in adults, how much and how long", "40 mg to 50 mg"),
        ("treatment of moderate acne", "fixed combination of adapalene with benzoyl peroxide"),
        ("treatment of croup", "dexamethasone 0.15 mg/kg"),
    ],
)
def test_it_leads(typed: str, told: str, starter_place: Library) -> None:
    assert told in _told(typed, starter_place)[0]


def test_evidence_that_is_asked_for_still_leads(starter_place: Library) -> None:
    assert "amoxicillin" not in _told("evidence for antibiotics in COPD exacerbation", starter_place)[0]
    assert "systematic review" in _told("evidence for dexamethasone in croup", starter_place)[0]


def test_what_adults_are_given_in_an_attack_is_not_led_with_for_a_child(starter_place: Library) -> None:
    said = _told("asthma attack in a 4 year old, prednisolone dose", starter_place)
    assert not any("magnesium" in text for text in said)


def test_a_course_that_a_trial_settles_is_told_as_before(starter_place: Library) -> None:
    assert "for 5 days" in _told("prednisolone in COPD exacerbation, how long", starter_place)[0]


def test_an_illness_without_an_attack_is_treated_as_before(starter_place: Library) -> None:
    assert _told("treatment of asthma", starter_place)[0].startswith("Guideline (NICE")
