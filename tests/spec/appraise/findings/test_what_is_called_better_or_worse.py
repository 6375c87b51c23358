"""A difference that its sentence calls better or worse favours a side, whichever way its scale runs."""

from __future__ import annotations

import pytest
from findings_help import record

from probatum.appraise import findings, study
from probatum.model import Finding


def read(text: str) -> tuple[Finding, ...]:
    made = record(text, title="Perampanel or edaravone against placebo in neurone disease: a randomised trial")
    return findings.read(made, study.read(made))


CALLED = (
    (
        "The change in the disability score was worse with perampanel than with placebo (mean difference -8.4, 95% CI "
        "-13.9 to -2.9; p = 0.015).",
        "harm",
    ),
    (
        "The change in the disability score was better with edaravone than with placebo (mean difference 2.5, 95% CI "
        "1.0 to 4.0; p = 0.001).",
        "benefit",
    ),
)


@pytest.mark.parametrize(("sentence", "side"), CALLED)
def test_a_difference_favours_the_side_that_it_is_called(sentence: str, side: str) -> None:
    (one,) = [f for f in read(sentence) if f.estimate is not None]
    assert one.favours == side


def test_what_is_denied_favours_nobody() -> None:
    sentence = (
        "The change in the disability score was not worse with perampanel than with placebo (mean difference -0.4, "
        "95% CI -3.9 to 2.9; p = 0.80)."
    )
    assert not [f for f in read(sentence) if f.favours]
