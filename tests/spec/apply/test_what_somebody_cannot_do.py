"""A limit on what somebody cannot do is met in whatever words that is told, and by nobody who can."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply.patient import abilities

UPRIGHT = "people who cannot stand or sit upright for at least 30 minutes"


@pytest.mark.parametrize(
    "told", ["pt bedbound cant sit up", "a bedridden woman", "she is unable to sit upright", "he can't stand up"]
)
def test_it_is_told_in_many_words(told: str) -> None:
    assert abilities.lacked(UPRIGHT, told)


@pytest.mark.parametrize("told", ["not bedbound", "can sit up", "sits upright after it", "cannot swallow"])
def test_nobody_else_lacks_it(told: str) -> None:
    assert not abilities.lacked(UPRIGHT, told)
    assert not abilities.lacked("severe liver impairment", "bedbound")


def test_it_is_said_for_this_patient(starter_place: Path) -> None:
    answer = probatum.answer("alendronate pt bedbound cant sit up", reader="nurse", library=starter_place)
    first = answer.sections[0].statements[0].text
    assert first.startswith("Alendronate is contraindicated for this patient") and "sit upright" in first
    path = " ".join(s.text for s in answer.section("algorithm").statements)
    assert "Do not start alendronate" in path and "70 mg" not in path


def test_who_is_not_bedbound_is_not_barred(starter_place: Path) -> None:
    answer = probatum.answer("alendronate 80F, not bedbound, osteoporosis", library=starter_place)
    assert "contraindicated for this patient" not in " ".join(s.text for s in answer.sections[0].statements)
