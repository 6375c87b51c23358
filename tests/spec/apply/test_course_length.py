"""Where it is asked for how long something is given, that no source tells it is said first: a dose is no answer."""

from __future__ import annotations

import pytest

import probatum

NONE = "No source that is held tells for how long"


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ("doxycycline how many weeks for acne", True),
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
    first = probatum.answer("amoxicillin for otitis media in children how many days").sections[0].statements[0].text
    assert "at least 10 days" in first
