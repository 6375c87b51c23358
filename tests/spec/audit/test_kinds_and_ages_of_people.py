"""Kinds of people and ages said to have been studied are those of the source."""

from __future__ import annotations

import pytest
from audit_cases import report, saying

from probatum.assess.audit import ages
from probatum.model import Verdict

METHODS = (
    "We enrolled 120 women with night cramps. Eligible patients were aged 12 to 40 years. They were randomly assigned "
    "to zerafine (n = 60) or placebo (n = 60). Cramps a week were 2.13 with zerafine and 4.62 with placebo."
)
SENTENCES = (
    # sentence, whether the check objects
    ("The participants were outpatients [1].", True),
    ("The trial was in children and women [1].", True),
    ("Participants were between 50 and 75 years old [1].", True),
    ("For new fathers with cramps, zerafine brought them down to 2.13 a week [1].", True),
    ("Participants were between 12 and 40 years old [1].", False),
    ("The trial enrolled women of 12 to 40 years [1].", False),
    ("In women with cramps, zerafine brought them down to 2.13 a week [1].", False),
    ("The trial enrolled no children [1].", False),
)


@pytest.mark.parametrize(("sentence", "objects"), SENTENCES)
def test_who_is_said_to_have_been_studied(sentence: str, objects: bool) -> None:
    said = report(sentence, records=(saying(METHODS),)).sentences[-1]
    assert ("kinds" in {c.check for c in said.checks if c.verdict is Verdict.POPULATION_DIFFERS}) is objects


BOUNDS = (
    ("aged 12 years or older", (12.0, 110.0)),
    ("0.5\u201310 y of age", (0.5, 10.0)),
    ("12 months to 10 years", (1.0, 10.0)),
    ("aged > 60 years", (60.0, 110.0)),
    ("younger than 5 years", (0.0, 5.0)),
    ("mean 45 years", None),
)


@pytest.mark.parametrize(("told", "expected"), BOUNDS)
def test_ages_that_could_take_part(told: str, expected: tuple[float, float] | None) -> None:
    found = ages.bounds(told)
    assert (found and (found.low, found.high)) == expected
