"""How a number of a source is known to be the span of time that a sentence claims."""

from __future__ import annotations

import pytest

from probatum.assess.audit import figures

SPANS = [
    # claim, source, whether the source's numbers say it
    ("6 weeks", "seen at 6 weeks", True),
    ("6 weeks", "a 6-week course", True),
    ("6 weeks", "at 4, 6 and 12 weeks", True),
    ("6 weeks", "at weeks 4, 6 and 12", True),
    ("6 weeks", "for 42 days", True),
    ("6 weeks", "followed for 6 months", False),
    ("6 months", "at 4, 6 and 12 weeks", False),
    ("12.5 hours", "a mean of 12.5 min", False),
    ("12.5 minutes", "a mean of 12.5 min", True),
    ("12.5 minutes", "mean duration (min) was 12.5", True),
    ("6 months", "in 6 patients, each week", False),
]


@pytest.mark.parametrize(("claim", "source", "holds"), SPANS)
def test_a_number_is_a_time_by_the_words_beside_it(claim: str, source: str, holds: bool) -> None:
    (said,) = figures.claimed(f"It took {claim}.")
    assert any(figures.meets(said, there, source) for there in figures.printed(source)) is holds
