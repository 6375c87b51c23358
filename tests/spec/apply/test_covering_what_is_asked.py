"""A sentence that tells the side of a treatment that is asked about is an answer, and no denial stands beside it."""

from __future__ import annotations

import pytest

from probatum.apply.quoted.covering import AFTERWARDS, SIDES


@pytest.mark.parametrize(
    "question",
    [
        "Does the benefit last after stopping zorbinol?",
        "does the protection of zorbinol wear off",
        "Does gravel stay away after zorbinol is stopped?",
        "do the effects of zorbinol persist",
    ],
)
def test_what_comes_after_a_treatment_is_asked_for_in_many_words(question: str) -> None:
    assert AFTERWARDS.asked.search(question)


@pytest.mark.parametrize(
    "question", ["Can I stop zorbinol?", "the last dose of zorbinol", "How long does gravel last?", "stop gravel"]
)
def test_to_stop_or_the_last_of_something_asks_for_nothing_afterwards(question: str) -> None:
    assert not AFTERWARDS.asked.search(question)


@pytest.mark.parametrize(
    "sentence",
    [
        "Zorbinol prevented gravel, and the protection was lost after it was stopped.",
        "After zorbinol had ended, gravel returned in 27%.",
        "Fractures can occur after zorbinol is discontinued.",
    ],
)
def test_a_sentence_tells_what_came_afterwards(sentence: str) -> None:
    assert AFTERWARDS.told.search(sentence)


def test_an_effect_while_it_is_taken_tells_nothing_of_afterwards() -> None:
    assert not AFTERWARDS.told.search("Zorbinol every 6 months for 36 months lowered gravel.")


def test_days_in_hospital_are_a_stay() -> None:
    asked, told = SIDES[2]
    assert asked.search("does zorbinol shorten stay?") and asked.search("does it reduce hospital stay")
    assert told.search("its effect on days in hospital is uncertain")
