"""What a label limits for one use bars nobody whom it is given for another."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

BARS = "do not start empagliflozin"


def _told(question: str, library: Library) -> tuple[str, str]:
    answer = probatum.answer(question, library=library, as_of="2026-11-29")
    short, path = (" ".join(s.text for s in answer.section(one).statements) for one in ("bottom_line", "algorithm"))
    return short.lower(), path.lower()


@pytest.mark.parametrize(
    "question", ["empagliflozin in HFpEF without diabetes with eGFR 28", "empagliflozin for heart failure, eGFR 25"]
)
def test_a_limit_for_glucose_control_bars_nobody_with_heart_failure(starter_library: Library, question: str) -> None:
    short, path = _told(question, starter_library)
    assert "glucose control" not in short
    assert BARS not in path and "glucose control" not in path


def test_it_bars_where_that_use_is_asked_about(starter_library: Library) -> None:
    short, path = _told("empagliflozin for type 2 diabetes with eGFR 28", starter_library)
    assert "glucose control" in short and BARS in path
