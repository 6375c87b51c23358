"""What a part of a question asks in words of its own is told by words of its own, and by nothing that shares a word."""

from __future__ import annotations

import pytest

from probatum.apply.quoted import matters

ASKED_AND_TOLD = [
    ("does the effect last?", "with effects that seem to last", "Zorbinol should be used with care."),
    (
        "which symptoms should he report?",
        "muscle pain should be reported at once",
        "It is contraindicated with slate.",
    ),
    (
        "which electrolytes need correcting first?",
        "Low potassium should be corrected before zorbinol is started.",
        "The dose of zorbinol is 20 mg.",
    ),
    (
        "does it still make sense this late?",
        "begun more than 3 hours after injury it may do harm",
        "The dose is 5 mg for up to 5 days.",
    ),
    ("how often does it come back?", "gravel comes back in 36%", "Gravel resolved in 56%."),
]


@pytest.mark.parametrize(("asked", "tells", "other"), ASKED_AND_TOLD)
def test_a_matter_is_told_by_its_own_words(asked: str, tells: str, other: str) -> None:
    matter = matters.of(asked)
    assert matter is not None and matter.told.search(tells) and not matter.told.search(other)


def test_a_dose_asked_is_no_matter() -> None:
    assert matters.of("what dose was used?") is None


def test_two_medicines_together_are_a_matter() -> None:
    assert matters.of("what should I worry about with this mix?") is matters.MIX
