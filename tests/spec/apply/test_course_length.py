"""Where it is asked for how long something is given, that no source tells it is said first: a dose is no answer."""

from __future__ import annotations

import pytest

import probatum

NONE = "No source that is held tells for how long"


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ("how many weeks of ivermectin for rosacea", True),
        ("how long do I take clopidogrel after a stent", True),
        ("how many days of prednisone for COPD exacerbation", False),
        ("course length of antibiotics for cellulitis", False),
        ("how long does ibuprofen take to work", False),
        ("amoxicillin dose for otitis media", False),
    ],
)
def test_length_that_no_source_tells(typed: str, missing: bool) -> None:
    first = probatum.answer(typed).sections[0].statements[0].text
    assert first.startswith(NONE) is missing


def test_the_label_that_tells_it_leads() -> None:
    first = probatum.answer("amoxicillin for strep throat in children how many days").sections[0].statements[0].text
    assert "at least 10 days" in first


def test_the_guideline_on_the_illness_tells_it_and_not_the_days_before_a_change() -> None:
    asked = "amoxicillin for otitis media in children how many days"
    told = [s.text for s in probatum.answer(asked).sections[0].statements]
    assert "for 5 to 7 days" in told[0]
    assert not any("worsens on amoxicillin" in text for text in told)
