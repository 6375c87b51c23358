"""A question of an antidote or a reversal is one of the medicine whose effect is to be undone."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.model import Role


@pytest.mark.parametrize(
    "typed", ["antidote for digoxin", "reversal agent for digoxin", "what is the antidote to digoxin"]
)
def test_the_medicine_is_what_is_asked_about(typed: str) -> None:
    read = ask.read(typed)
    assert read.intervention == "digoxin"
    assert [c.label for c in read.having(Role.INTERVENTION)] == ["digoxin"]


def test_an_antidote_that_is_named_stays() -> None:
    assert ask.read("vitamin K for warfarin reversal").intervention == "vitamin K"


def test_a_value_is_told_by_the_state_that_it_is() -> None:
    read = ask.read("ok to continue spironolactone with K 6.2")
    assert read.population == "people with hyperkalemia"
    assert ask.read("can I start apixaban with platelets 15").intervention == "apixaban"
