"""An operation that is ahead is read in a word or in two; what only sounds like one is none."""

from __future__ import annotations

import re

import pytest

from probatum.text.operations import OPERATION


@pytest.mark.parametrize(
    "text",
    [
        "before her hip operation",
        "having a tooth out on Monday",
        "i get my wisdom teeth pulled",
        "my gallbladder removed next week",
        "they pull a tooth",
        "a gastroscopy tomorrow",
        "listed for a hysterectomy",
    ],
)
def test_an_operation_in_one_word_or_two(text: str) -> None:
    assert re.search(rf"\b{OPERATION}\b", text)


@pytest.mark.parametrize(
    "text",
    [
        "a tooth abscess",
        "kidney stones that passed",
        "my knees hurt",
        "in contrast to placebo",
        "biopsy-proven disease",
        "the tablets ran out",
    ],
)
def test_what_is_none(text: str) -> None:
    assert re.search(rf"\b{OPERATION}\b", text) is None
