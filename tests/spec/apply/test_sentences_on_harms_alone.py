"""Sentences on harms alone: they do not lead where it is asked what helps; what is told in one breath may."""

from __future__ import annotations

import pytest

from probatum.apply.quoted import of_the_asked


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Drug A was associated with more immune-related adverse events than drug B (odds ratio 2.12).", True),
        ("The odds of treatment discontinuation were similar with both.", True),
        ("Toxicities of grade 3 were rarer with drug B.", True),
        ("Drug A had fewer side effects and similar efficacy.", False),
        ("Survival was longer with drug A, which was discontinued by few.", False),
        ("Pain was less with drug A.", False),
    ],
)
def test_a_sentence_on_harms_and_on_nothing_that_helps(text: str, alone: bool) -> None:
    assert of_the_asked.harms_alone(text) is alone
