"""Of which people somebody comes, and limits that are set by it."""

from __future__ import annotations

import pytest

from probatum.text import ancestry


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("zorbinol for a Han Chinese woman", "Asian"),
        ("Thai man with gout", "Asian"),
        ("she is of Vietnamese descent", "Asian"),
        ("i'm korean and was given zorbinol", "Asian"),
        ("a black man on zorbinol", "African"),
        ("Samoan lady of 60", "Pacific Islander"),
        ("his stool is black", ""),
        ("Chinese medicine for gout", ""),
        ("the Asian guideline for stroke", ""),
        ("zorbinol in gout", ""),
    ],
)
def test_who_somebody_is(typed: str, group: str) -> None:
    assert ancestry.told(typed) == group


@pytest.mark.parametrize(
    ("text", "group", "meant"),
    [
        ("In people of Asian descent, 5 mg of zorbinol.", "Asian", True),
        ("It is more frequent in people of African, Asian and Pacific Islander descent.", "Pacific Islander", True),
        ("In people of Asian descent, 5 mg of zorbinol.", "African", False),
        ("Zorbinol was studied in Asian countries.", "Asian", False),
        ("In people of Asian descent, 5 mg of zorbinol.", "", False),
    ],
)
def test_whom_a_limit_is_for(text: str, group: str, meant: bool) -> None:
    assert ancestry.meant(text, group) is meant
