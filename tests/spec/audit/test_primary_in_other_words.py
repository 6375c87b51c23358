"""What a writer calls the question of a trial, in whatever words, is its primary outcome."""

from __future__ import annotations

import pytest
from audit_cases import report, saying

METHODS = (
    "We randomly assigned 120 adults with night cramps to zerafine (n = 60) or placebo (n = 60). The primary outcome "
    "was "
    "the number of cramps a week. Sleep quality was a secondary outcome. Cramps a week were 2.13 with zerafine and "
    "4.62 "
    "with placebo."
)
SENTENCES = (
    # sentence, whether the check objects
    ("What the trial mainly set out to measure was sleep quality [1].", True),
    ("The yardstick of the trial was sleep quality [1].", True),
    ("Its chief question was sleep quality [1].", True),
    ("What the trial mainly set out to measure was cramps [1].", False),
    ("Its chief question was the number of cramps a week [1].", False),
)


@pytest.mark.parametrize(("sentence", "objects"), SENTENCES)
def test_primary_in_other_words(sentence: str, objects: bool) -> None:
    said = report(sentence, records=(saying(METHODS),)).sentences[-1]
    assert ("outcome" in {c.check for c in said.checks}) is objects
