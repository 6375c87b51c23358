"""Words that a frame takes for a part of a question and that are none: persons, the asker's own doing, a use."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent, Role


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("is warfarin or apixaban better for my mum with af she is 80", "outcome"),
        ("can i drive after taking zopiclone or zolpidem the nite before", "population"),
        ("is there a test for lyme disease i was bitten by a tick last week", "intervention"),
        ("what are side effects of tirzepatide my mum is starting it for weight she is scared", "outcome"),
    ],
)
def test_that_part_is_empty(typed: str, part: str) -> None:
    assert not getattr(read(typed), part)


def test_a_word_of_praise_is_no_part_of_a_name() -> None:
    assert read("is atorvastatin 20 mg ok for me i am 76").intervention == "atorvastatin 20 mg"


def test_what_it_is_taken_for_is_no_harm_of_it() -> None:
    question = read("is it ok for my gran to take ibuprofen for her knee")
    assert not question.having(Role.OUTCOME) and "pain" in question.population


def test_what_a_medicine_makes_somebody_is_a_harm() -> None:
    question = read("gabapentin making me really drowsy and i work as a lorry driver")
    assert question.intent is Intent.HARM and [c.label for c in question.having(Role.OUTCOME)] == ["sleepiness"]


@pytest.mark.parametrize(
    "typed",
    ["what happens if i drink alcohol with isotretinoin", "what would happen if i have alcohol while on warfarin"],
)
def test_what_happens_asks_of_both_together(typed: str) -> None:
    assert read(typed).intent is Intent.INTERACTION
