"""Who asks of treatment that is begun late is told what it does then, before what it does in time."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


@pytest.mark.parametrize(
    "typed",
    [
        "crash-2 tranexamic acid trauma when given late",
        "delayed tranexamic acid administration in bleeding trauma patient",
    ],
)
def test_late_harm_leads(typed: str, starter_place: Path) -> None:
    first = probatum.answer(typed, library=starter_place).section("bottom_line").statements[0].text
    assert first.startswith("Begun late")
    assert "1.44" in first


@pytest.mark.parametrize("typed", ["tranexamic acid in trauma", "sertraline in late pregnancy"])
def test_nothing_is_late_where_that_is_not_asked(typed: str, starter_place: Path) -> None:
    told = probatum.answer(typed, library=starter_place).section("bottom_line").statements
    assert not any(s.text.startswith("Begun late") for s in told)
