"""A sentence that says what a paper set out to do, or what should be studied next, is no answer."""

from __future__ import annotations

import pytest

from probatum.apply.quoted.choosing import _CALL, of_the_paper


@pytest.mark.parametrize(
    "sentence",
    [
        "This meta-analysis aims to combine what is known of zinc in warts.",
        "Methods and Results This study aimed to explore how often warts recur.",
        "The primary objective was to compare two creams.",
        "To understand which factors predict that warts recur, we looked at 30 patients.",
        "Thus, this study was designed with the aim of telling how warts harm the skin.",
        "Figure 2 shows representative examples of how warts healed with zinc and with water.",
        "Table 3 summarises how often warts recurred.",
    ],
)
def test_an_aim(sentence: str) -> None:
    assert of_the_paper(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sixty-five women completed the study.",
        "Overall, nine RCTs were finally screened out with 469 patients (596 injected hands).",
        "Of 3,021 people with warts, 2,996 patients received at least one dose.",
    ],
)
def test_how_many_took_part(sentence: str) -> None:
    assert of_the_paper(sentence)


@pytest.mark.parametrize("sentence", ["Trials of zinc in people with warts are still needed.", "More study is needed."])
def test_a_call(sentence: str) -> None:
    assert _CALL.search(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Zinc reduced warts by half.",
        "Clothes that were designed to keep feet dry reduced warts.",
        "The trial showed that zinc reduced warts.",
        "Most women completed the course without pain.",
    ],
)
def test_an_answer(sentence: str) -> None:
    assert not of_the_paper(sentence) and not _CALL.search(sentence)
