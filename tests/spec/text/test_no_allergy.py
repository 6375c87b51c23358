"""An allergy that nobody has is told as such, and one that somebody has is never taken away by words before it."""

from __future__ import annotations

import pytest

from probatum.text import no_allergy


@pytest.mark.parametrize(
    "text",
    [
        "otitis media, no allergies",
        "otitis media, no allergys",
        "no known drug allergies",
        "no penicillin allergy",
        "denies any food allergies",
        "not allergic to penicillin",
        "isn't allergic to amoxicillin or penicillin: which one",
        "no history of hypersensitivity to aspirin",
    ],
)
def test_an_allergy_is_denied(text: str) -> None:
    left = no_allergy.masked(text)
    assert len(left) == len(text) and "allerg" not in left and "hypersens" not in left and "penicillin" not in left


@pytest.mark.parametrize(
    "text",
    [
        "penicillin allergy",
        "no antibiotics yet, penicillin allergy",
        "not on warfarin. allergic to penicillin",
        "no fever but penicillin allergy",
        "not sure if allergic to penicillin",
        "allergic to penicillin, not to cefalexin",
        "without treatment so far. Allergy to penicillin",
    ],
)
def test_an_allergy_that_is_had_stays(text: str) -> None:
    assert no_allergy.masked(text) == text


def test_what_is_denied_of_one_is_had_of_another() -> None:
    text = "no latex allergy but penicillin allergy"
    assert no_allergy.masked(text).endswith(" but penicillin allergy")
    assert no_allergy.denied(text, text.index("latex"), text.index("latex") + 5)
    assert not no_allergy.denied(text, text.index("penicillin"), len(text))
