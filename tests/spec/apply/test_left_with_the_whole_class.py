"""Where advice is against a whole class, the path turns to none of it; what is only taken is not asked about."""

from __future__ import annotations

import pytest

import probatum
from probatum import ask
from probatum.acquire.library import Library


def test_the_path_turns_to_none_of_a_class_that_advice_is_against(starter_place: Library) -> None:
    answer = probatum.answer("diverticulitis, ibuprofen for the pain?", library=starter_place)
    path = [s.text for p in answer.sections if p.id == "algorithm" for s in p.statements]
    turned = next(text for text in path if text.startswith("Not taken yet") or "do not start" in text)
    assert "ibuprofen" not in turned and "naproxen" not in turned


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("what for gout flare in a man on warfarin", "warfarin"),
        ("What for insomnia in a woman taking sertraline?", "sertraline"),
    ],
)
def test_what_is_taken_is_not_asked_about(typed: str, taken: str) -> None:
    question = ask.read(typed)
    assert question.patient.drugs == (taken,)
    assert question.intervention == ""


@pytest.mark.parametrize(
    ("typed", "asked"),
    [("what for is warfarin given", "warfarin"), ("what for pain, on apixaban: paracetamol?", "paracetamol")],
)
def test_what_is_asked_about_stays(typed: str, asked: str) -> None:
    assert ask.read(typed).intervention == asked
