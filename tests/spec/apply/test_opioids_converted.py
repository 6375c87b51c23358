"""How much of one opioid is as much as another, where just that is asked; not where one is only chosen."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _short(typed: str, library: Library) -> str:
    return " | ".join(s.text for s in probatum.answer(typed, library=library).section("bottom_line").statements)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Fentanyl patch 25 micrograms equals how much morphine", "25 micrograms an hour to morphine 60 mg"),
        ("Opioid conversion: oral morphine to fentanyl patch", "about equal to morphine 30 mg"),
        ("switch from oral morphine to subcutaneous diamorphine", "divided by 3"),
    ],
)
def test_a_conversion_is_told(typed: str, told: str, starter_library: Library) -> None:
    said = _short(typed, starter_library)
    assert told in said.split(" | ")[0]
    assert "heart failure" not in said


def test_a_dose_is_no_conversion(starter_library: Library) -> None:
    assert "about equal" not in _short("morphine dose for cancer pain", starter_library)
