"""What belongs to the last answer and what is something else, as people say it."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.ask.following import follow
from probatum.model import FollowUp, FollowUpKind


def said(first: str, then: str) -> FollowUp:
    return follow(then, read(first), read, year=2026)


@pytest.mark.parametrize(
    ("first", "then", "asked"),
    [
        ("does zinc help colds", "thanks. different question: warfarin and cranberry?", "warfarin and cranberry?"),
        ("does zinc help colds", "next pt: 70F with shingles, valaciclovir?", "70F with shingles, valaciclovir?"),
        (
            "dose of allopurinol in gout",
            "my friend has psoriasis, does sunlight help",
            "my friend has psoriasis, does sunlight help",
        ),
    ],
)
def test_something_else(first: str, then: str, asked: str) -> None:
    told = said(first, then)
    assert (told.kind, told.asked) == (FollowUpKind.NEW, asked)


def test_somebody_told_of_before_is_the_same() -> None:
    assert said("my friend has gout, does allopurinol help", "my friend has asthma too").kind is not FollowUpKind.NEW


@pytest.mark.parametrize(
    ("then", "kind"),
    [
        ("explain simpler", FollowUpKind.READER),
        ("say that in one line", FollowUpKind.DEPTH),
        ("how would you tell it to a 10 year old", FollowUpKind.READER),
        ("is that from good studies", FollowUpKind.CERTAINTY),
        ("versus low fodmap diet", FollowUpKind.COMPARISON),
        ("then what does work", FollowUpKind.TREATMENT),
    ],
)
def test_few_words_on_the_last_answer(then: str, kind: FollowUpKind) -> None:
    assert said("does mebeverine help irritable bowel syndrome", then).kind is kind


def test_weeks_of_somebody_who_is_pregnant() -> None:
    told = said("cefalexin for cystitis, 10 weeks pregnant", "what if she's 37 weeks")
    assert told.kind is FollowUpKind.PATIENT
    assert "37 weeks" in told.asked


@pytest.mark.parametrize(
    "then",
    [
        "my mum has psoriasis, can she take it",
        "another question, does it raise blood pressure",
        "my sister has migraine, would it work for her",
    ],
)
def test_what_leans_on_the_last_treatment_is_about_it(then: str) -> None:
    assert said("does ibuprofen help back pain", then).kind is not FollowUpKind.NEW


@pytest.mark.parametrize(
    "then",
    [
        "my dad has gout, what helps it",
        "other query: is naproxen good for period pain and is it safe",
        "next thing, is physiotherapy worth it for gout",
    ],
)
def test_a_small_word_that_stands_for_what_was_just_named(then: str) -> None:
    assert said("does melatonin help sleep", then).kind is FollowUpKind.NEW
