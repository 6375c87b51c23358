"""Where a label bars a medicine at a kidney function at which a guideline advises it, both are told."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


def _told(question: str, place: Path) -> tuple[str, str]:
    answer = probatum.answer(question, library=place)
    bottom = "\n".join(s.text for s in answer.sections[0].statements)
    return bottom, "\n".join(s.text for s in answer.section("algorithm").statements)


@pytest.mark.parametrize(
    ("question", "whom"),
    [
        ("nitrofurantoin man 70 UTI eGFR 50", "for men with cystitis"),
        ("nitrofurantoin woman 70 cystitis eGFR 50", "for women with cystitis who are not pregnant"),
    ],
)
def test_both_limits_are_told(question: str, whom: str, starter_place: Path) -> None:
    bottom, path = _told(question, starter_place)
    assert "Sources disagree on nitrofurantoin for kidneys like these" in bottom and whom in bottom
    assert "eGFR of 45 ml/min or more" in bottom and "below 60 ml/min" in bottom
    assert "Sources disagree on nitrofurantoin" in path and "Do not start nitrofurantoin, which" not in path


@pytest.mark.parametrize(
    "question", ["nitrofurantoin man 70 UTI eGFR 30", "metformin type 2 diabetes eGFR 25", "nitrofurantoin man 70 UTI"]
)
def test_where_no_source_allows_it_nothing_parts_them(question: str, starter_place: Path) -> None:
    bottom, path = _told(question, starter_place)
    assert "ources disagree on" not in bottom and "ources disagree on" not in path
