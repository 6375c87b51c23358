"""A small difference is worked out of the passage that fits best, and the total of a study is given to no group."""

from __future__ import annotations

import pytest
from audit_cases import report, saying

from probatum.model import Verdict

METHODS = (
    "We randomly assigned 120 adults with night cramps to zerafine (n = 60) or placebo (n = 60). The operation took "
    "24.25 minutes with zerafine and 16.30 minutes with placebo. Cramps a week were 2.13 with zerafine and 4.62 with "
    "placebo."
)
SENTENCES = (
    # sentence, verdict
    ("The operation was about 8 minutes quicker with placebo [1].", Verdict.SUPPORTED),
    ("The operation was about 13 minutes quicker with placebo [1].", Verdict.NUMBER_DIFFERS),
    ("Zerafine was set against placebo in 120 adults [1].", Verdict.SUPPORTED),
)


@pytest.mark.parametrize(("sentence", "verdict"), SENTENCES)
def test_small_differences_and_totals(sentence: str, verdict: Verdict) -> None:
    assert report(sentence, records=(saying(METHODS),)).sentences[-1].verdict is verdict
