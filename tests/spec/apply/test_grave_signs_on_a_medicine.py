"""A slow heartbeat with fainting on a medicine is an emergency: help first, and no dose in the path."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.ask import read


@pytest.mark.parametrize(
    "told",
    [
        "donepezil started, HR 42, syncope",
        "verapamil increased, pulse 38, fainted twice",
        "80F on donepezil with bradycardia and syncope since starting it",
        "my mum started donepezil and has fainted, her pulse is 44",
    ],
)
def test_a_slow_heartbeat_with_fainting_is_an_emergency(told: str) -> None:
    question = read(told)
    assert (question.danger, question.sign) == ("emergency", "a slow heartbeat with fainting")


@pytest.mark.parametrize(
    "asked",
    [
        "does donepezil cause bradycardia and syncope",
        "bisoprolol, HR 52, no syncope",
        "metoprolol and HR 44, feels fine",
        "syncope hazard ratio HR 0.45 with ivabradine",
        "ivabradine in heart failure HR 78, history of syncope",
        "vasovagal syncope treatment in a 20 year old",
    ],
)
def test_neither_alone_is_one(asked: str) -> None:
    assert read(asked).danger == ""


def test_the_path_neither_starts_nor_raises(starter_place: Path) -> None:
    answer = probatum.answer("donepezil started, HR 42, syncope", library=starter_place)
    assert "may be an emergency" in answer.sections[0].statements[0].text
    path = [s.text for s in answer.section("algorithm").statements]
    assert any(s.startswith("Meanwhile give no more of it") and "bradycardia" in s for s in path)
    assert not any("mg" in s for s in path)


def test_what_may_not_end_suddenly_is_not_held_back_here(starter_place: Path) -> None:
    answer = probatum.answer("72M on metoprolol, HR 34, syncope", library=starter_place)
    path = " ".join(s.text for s in answer.section("algorithm").statements)
    assert "call the local emergency number now" in path and "give no more of it" not in path
