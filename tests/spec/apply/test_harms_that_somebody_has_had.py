"""Harms that somebody has had: what a medicine may bring or worsen is told by its label, and is no use of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum import ask
from probatum.model import Answer, Intent
from probatum.publish.questions import to_ask


def _lead(answer: Answer) -> list[str]:
    return [s.text for s in next(s for s in answer.sections if s.id == "bottom_line").statements]


def test_a_harm_that_the_label_warns_of_is_told_though_an_illness_is_told_of_before(starter_place: Path) -> None:
    typed = "does champix make you suicidal? i had depression before"
    answer = probatum.answer(typed, reader="patient", library=starter_place)
    assert answer.question.intent is Intent.HARM
    assert _lead(answer)[0].startswith("On the harm asked about")
    assert "suicidal thoughts" in _lead(answer)[0]
    assert not any("names no limit" in text for text in _lead(answer))
    assert "Varenicline for" not in answer.title


@pytest.mark.parametrize(
    "typed", ["does varenicline cause suicidal thoughts", "does montelukast cause suicidal thoughts"]
)
def test_a_harm_that_is_no_illness_is_named_too(starter_place: Path, typed: str) -> None:
    lead = _lead(probatum.answer(typed, library=starter_place))
    assert lead[0].startswith("On the harm asked about")
    assert "suicidal thoughts" in lead[0]


def test_what_it_may_worsen_is_a_harm(starter_place: Path) -> None:
    answer = probatum.answer("is levetiracetam going to make my depression worse", library=starter_place)
    assert answer.question.intent is Intent.HARM
    assert "depression" in _lead(answer)[0]
    assert answer.title == "Levetiracetam in depression"
    barred = _lead(probatum.answer("does propranolol make asthma worse", library=starter_place))[0]
    assert barred.startswith("Contraindicated in those who have or had it")
    assert "asthma" in barred


def test_where_the_label_is_silent_on_it_that_is_said_as_before(starter_place: Path) -> None:
    lead = _lead(probatum.answer("is varenicline safe, i had depression before", library=starter_place))
    assert "names no limit in depression" in lead[0]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("is isotretinoin going to make my depression worse", "How likely is harm from isotretinoin"),
        ("can someone with depression take levetiracetam", "Is levetiracetam safe for me with depression"),
        ("can i take ibuprofen for headache", "How likely is it that ibuprofen will help me with headache"),
    ],
)
def test_nobody_asks_whether_it_helps_what_it_is_not_for(starter_place: Path, typed: str, asked: str) -> None:
    answer = probatum.answer(typed, reader="patient", library=starter_place)
    told = to_ask(answer)
    assert any(one.startswith(asked) for one in told)


@pytest.mark.parametrize("typed", ["does mirtazapine make you sleep", "does donepezil make you live longer"])
def test_what_is_hoped_for_is_no_harm(typed: str) -> None:
    assert ask.read(typed).intent is Intent.THERAPY
