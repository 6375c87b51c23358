"""What a label says of a medicine from so much of it on is set beside the dose that the question tells."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


def _short(typed: str, place: Path, reader: str = "doctor") -> str:
    answer = probatum.answer(typed, reader=reader, library=place)
    return " ".join(s.plain or s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("topiramate 100mg daily woman on COC, contraception ok?", "is below the 200 mg daily named there"),
        (
            "im on topiramate 50 mg twice a day does my pill still work",
            "(100 mg a day) is below the 200 mg daily",
        ),
        ("topiramate 200 mg twice daily and the pill", "as much as that or more: this holds for it"),
    ],
)
def test_the_side_is_told(starter_place: Path, typed: str, said: str) -> None:
    assert said in _short(typed, starter_place)


@pytest.mark.parametrize(
    "typed",
    [
        "topiramate and the combined pill",
        "aspirin 300 mg with ticagrelor",
        "bupropion 150 mg twice daily, seizure risk?",
        "topiramate 100 mg daily for migraine, does it work",
        "domperidone 10mg TDS for nausea, on citalopram 20mg",
    ],
)
def test_nothing_is_compared_elsewhere(starter_place: Path, typed: str) -> None:
    told = _short(typed, starter_place)
    assert "named there" not in told and "this holds for it" not in told
