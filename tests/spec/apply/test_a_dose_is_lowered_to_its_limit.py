"""Where a dose that is taken lies above its limit, the path lowers it first; within the limit nothing is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.text import limits


def _steps(question: str, place: Path, reader: str = "doctor") -> list[str]:
    answer = probatum.answer(question, library=place, reader=reader)
    return [s.text for s in answer.section("algorithm").statements]


def test_what_is_taken_is_lowered_first(starter_place: Path) -> None:
    first, *_ = _steps("67F on citalopram 40mg, reduce?", starter_place)
    assert first.startswith("Lower citalopram to its limit here") and "20 mg by mouth once daily" in first


def test_what_is_begun_is_kept_within_it(starter_place: Path) -> None:
    first, *_ = _steps("citalopram 40 mg for depression in a 70 year old man", starter_place)
    assert first.startswith("Give no more citalopram than its limit here")


@pytest.mark.parametrize("question", ["67F on citalopram 20mg, reduce?", "40F on citalopram 40mg, reduce?"])
def test_within_the_limit_nothing_is_lowered(question: str, starter_place: Path) -> None:
    assert not any(step.startswith(("Lower ", "Give no more")) for step in _steps(question, starter_place))


@pytest.mark.parametrize(("kidney", "limit"), [("crcl 18", "200 mg"), ("crcl 8", "100 mg")])
def test_each_degree_of_kidney_function_has_its_own_limit(kidney: str, limit: str, starter_place: Path) -> None:
    answer = probatum.answer(f"on allopurinol 300mg, {kidney}", library=starter_place)
    assert f"above the limit of {limit} for this patient" in answer.sections[0].statements[0].text


def test_the_most_behind_a_starting_dose_is_a_limit(starter_place: Path) -> None:
    answer = probatum.answer("rosuvastatin 40 mg with crcl 20", library=starter_place)
    assert "above the limit of 10 mg" in answer.sections[0].statements[0].text
    assert limits.lowest("The starting dose is 1 mg once daily, to a maximum of 50 mg at the start.") is None
    assert limits.lowest("The starting dose should not exceed 5 mg daily.") is None
