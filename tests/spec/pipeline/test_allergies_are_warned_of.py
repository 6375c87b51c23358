"""A drug of the class that the patient does not bear is warned of, whatever is found on it."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.pipeline.warning import _allergies


@pytest.mark.parametrize(
    ("typed", "warned"),
    [
        ("amoxicillin for otitis media penicillin allergy", ["amoxicillin"]),
        ("flucloxacillin for cellulitis in a woman allergic to penicillin", ["flucloxacillin"]),
        ("doxycycline for cellulitis pen allergic", []),
        ("amoxicillin for otitis media", []),
        ("which antibiotic for cellulitis in penicillin allergy", []),
    ],
)
def test_an_allergy_to_what_is_asked_about(typed: str, warned: list[str]) -> None:
    found = _allergies(read(typed))
    assert [one.code for one in found] == ["allergy"] * len(warned)
    assert all(drug in one.text for drug, one in zip(warned, found, strict=True))
