"""Tried: that what was given did not serve, and what sentences tell of that."""

from __future__ import annotations

import pytest

from probatum.text import tried


@pytest.mark.parametrize(
    "question",
    [
        "SVT, adenosine 18 mg failed",
        "PPH not settling with oxytocin",
        "eclampsia, magnesium given, fits again",
        "hypertension on amlodipine still 165/95 and still symptomatic",
        "asthma in resus, salbutamol nebs not holding",
        "COPD on tiotropium, still breathless",
        "hypertension on ramipril and amlodipine, still 168/98",
        "endometriosis, ibuprofen 3 months no help",
    ],
)
def test_what_did_not_serve(question: str) -> None:
    assert tried.failed(question) and tried.behind(question)


@pytest.mark.parametrize(
    "question", ["acute heart failure treatment", "adenosine in SVT, dose?", "kidney failure and metformin"]
)
def test_nothing_was_tried(question: str) -> None:
    assert not tried.behind(question)


def test_the_next_step_may_be_asked_for_without_a_failure() -> None:
    assert tried.behind("K 6.8, calcium given, what next")
    assert not tried.failed("K 6.8, calcium given, what next")


def test_how_often_it_was_given() -> None:
    assert tried.twice("status epilepticus, 2 doses of lorazepam given")
    assert not tried.twice("anaphylaxis, adrenaline given 5 min ago, not better")


def test_what_sentences_tell() -> None:
    assert tried.tells_failed("In bleeding that goes on after A, second choices are B and C.")
    assert tried.tells_next("In this illness, the second choice is B.")
    assert not tried.tells_failed("In this illness, the second choice is B.")
    assert not tried.tells_next("In this illness, the first choice is A.")


def test_what_was_not_borne() -> None:
    for question in (
        "neuropathic pain, duloxetine not tolerated",
        "could not tolerate metformin",
        "intolerant of ramipril",
    ):
        assert tried.not_borne(question) and tried.behind(question) and not tried.failed(question)
    assert not tried.not_borne("metformin, is it well tolerated?")


def test_what_sentences_tell_of_little_response() -> None:
    assert tried.tells_failed("In reflux with too little response to A, B is recommended.")
    assert tried.tells_failed("For a flare without relief from A, B is considered.")
    assert not tried.tells_failed("The response to A should be reviewed.")
