"""Haemorrhage and bleeding are one; bleeding at one place is not bleeding at another, nor all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply.evidence.likeness import key, same


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("intracranial haemorrhage", "intracranial bleeding", True),
        ("major haemorrhage", "major bleeding", True),
        ("intracranial bleeding", "major bleeding", False),
        ("gastrointestinal bleeding", "intracranial haemorrhage", False),
        ("haemorrhagic stroke", "bleeding", False),
    ],
)
def test_names_of_bleeding(one: str, other: str, *, alike: bool) -> None:
    assert same(key(one), key(other)) is alike


def test_the_outcome_asked_leads_and_is_graded(starter_place: Path) -> None:
    typed = "DOAC vs warfarin in older patients with AF: intracranial haemorrhage, patient-level meta-analysis"
    told = [s.text for s in probatum.answer(typed, library=starter_place).section("bottom_line").statements]
    assert told[0].startswith("Intracranial bleeding")
    assert "0.45" in told[0]
    assert "certainty" in told[0]
    assert "not significantly in every comparison" not in told[0]
