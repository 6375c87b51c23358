"""A sentence that says what a paper set out to do, or what should be studied next, is no answer."""

from __future__ import annotations

import pytest

from probatum.apply.choosing import _CALL, of_the_paper


@pytest.mark.parametrize(
    "sentence",
    [
        "This meta-analysis aims to combine what is known of zinc in warts.",
        "Methods and Results This study aimed to explore how often warts recur.",
        "The primary objective was to compare two creams.",
    ],
)
def test_an_aim(sentence: str) -> None:
    assert of_the_paper(sentence)


@pytest.mark.parametrize("sentence", ["Trials of zinc in people with warts are still needed.", "More study is needed."])
def test_a_call(sentence: str) -> None:
    assert _CALL.search(sentence)


@pytest.mark.parametrize("sentence", ["Zinc reduced warts by half.", "The trial showed that zinc reduced warts."])
def test_an_answer(sentence: str) -> None:
    assert not of_the_paper(sentence) and not _CALL.search(sentence)
