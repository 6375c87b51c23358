"""An illness that a trial of something else only counts is not the one that it treats."""

from __future__ import annotations

import pytest
from appraise_records import make

from probatum import ask
from probatum.appraise import directness, study
from probatum.model import About

TITLE = "Zorbinol against placebo in hypertension: a randomised trial"


@pytest.mark.parametrize(
    "abstract",
    [
        "Methods: 40 people with hypertension took zorbinol. Results: Mild tinnitus was reported by 2 people.",
        "Methods: 40 people with hypertension took zorbinol. The primary outcomes were death and tinnitus."
        " Results: There was no significant difference in tinnitus between zorbinol and placebo.",
        "Methods: 40 newborns with a family history of eczema or tinnitus took zorbinol. Results: They slept.",
    ],
)
def test_what_befalls_the_people_of_a_trial_is_not_treated_in_it(abstract: str) -> None:
    record = make(abstract, title=TITLE)
    question = ask.read("What can I do for my tinnitus?")
    assert directness.judge(question, record, study.outline(record)).about is About.NONE


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("Zorbinol for tinnitus: a randomised trial", "Results: Tinnitus was less frequent with zorbinol."),
        (TITLE, "Methods: 40 people with tinnitus took zorbinol. Results: They slept."),
        (TITLE, "Results: Tinnitus was relieved in 20 of 40 people with zorbinol."),
    ],
)
def test_what_people_have_or_what_is_eased_is_treated(title: str, abstract: str) -> None:
    record = make(abstract, title=title)
    question = ask.read("What can I do for my tinnitus?")
    assert directness.judge(question, record, study.outline(record)).about is About.QUESTION
