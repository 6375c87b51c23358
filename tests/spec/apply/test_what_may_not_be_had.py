"""Where something may not be had, a first choice of several names what is left; what follows a failure is none."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.text import tried


def _short(typed: str, library: Library) -> list[str]:
    answer = probatum.answer(typed, library=library, as_of="2026-11-30")
    return [s.text for s in answer.section("bottom_line").statements]


@pytest.mark.parametrize(
    "typed",
    ["gout flare, eGFR 50, cant have nsaids. what now", "gout flare, NSAIDs contraindicated, what else can I give"],
)
def test_the_other_first_choices_lead(typed: str, starter_library: Library) -> None:
    said = _short(typed, starter_library)
    assert "colchicine or a short oral corticosteroid" in said[0]
    assert not any("without relief" in text or "ibuprofen" in text for text in said)


def test_what_failed_is_followed_by_what_comes_next(starter_library: Library) -> None:
    assert "without relief" in _short("gout flare not better with naproxen, what next", starter_library)[0]


def test_no_member_of_what_may_not_be_had(starter_library: Library) -> None:
    said = _short("cellulitis, can't have penicillin, what now", starter_library)
    assert not any("flucloxacillin" in text for text in said)


@pytest.mark.parametrize(
    ("typed", "barred"),
    [
        ("cannot take triptans, what else", True),
        ("NSAIDs contraindicated, what now", True),
        ("cannot take more, triptans failed", False),
        ("what after metformin", False),
    ],
)
def test_barred_and_failed_are_told_apart(typed: str, barred: bool) -> None:
    assert tried.barred(typed) is barred
