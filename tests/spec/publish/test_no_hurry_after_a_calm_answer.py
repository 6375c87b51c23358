"""After a short answer that calms somebody who breast-feeds, nobody is told not to wait; where nothing is known, or it
is advised against, the call is made today."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.publish.steps import next_steps

_TODAY = "today, and do not wait"


def _steps(typed: str, place: Path) -> str:
    return " ".join(next_steps(probatum.answer(typed, reader="patient", library=place)))


@pytest.mark.parametrize(
    "typed",
    [
        "Is it safe to take ibuprofen while breastfeeding my 3 week old",
        "sertraline and breastfeeding ok?",
        "warfarin while breastfeeding",
    ],
)
def test_nobody_is_hurried(starter_place: Path, typed: str) -> None:
    told = _steps(typed, starter_place)
    assert _TODAY not in told
    assert "Do not stop a medicine on your own." in told


@pytest.mark.parametrize(
    "typed",
    [
        "can I take codeine while breastfeeding",
        "can I breastfeed on methotrexate",
        "I am 16 weeks pregnant and got a water infection, can I take trimethoprim",
        "is ibuprofen safe at 32 weeks pregnant",
    ],
)
def test_where_nothing_calms_the_call_is_made_today(starter_place: Path, typed: str) -> None:
    assert _TODAY in _steps(typed, starter_place)
