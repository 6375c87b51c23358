"""Dying is counted as death, to fall asleep is no fall, and a partner who is treated too is partner treatment."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Role


@pytest.mark.parametrize(
    "typed",
    [
        "does stopping smoking reduce dying",
        "does aspirin reduce the chance of dying after a heart attack",
        "do steroids make me less likely to die from covid",
        "do statins stop people dying",
    ],
)
def test_dying_is_death(typed: str) -> None:
    assert "death" in {c.label for c in read(typed).having(Role.OUTCOME)}


@pytest.mark.parametrize(
    "typed",
    [
        "will melatonin help me fall asleep",
        "melatonin to fall asleep",
        "zopiclone, cannot fall asleep",
        "she fell asleep after diazepam, is it safe",
        "is it safe to fall asleep after a concussion",
    ],
)
def test_to_fall_asleep_is_no_fall(typed: str) -> None:
    assert "falling" not in {c.label for c in read(typed).concepts}


@pytest.mark.parametrize(
    "typed",
    [
        "should my boyfriend be treated too for BV",
        "does my girlfriend need treating too for BV",
        "do I treat the husband for BV",
        "does my partner need treatment as well in BV",
    ],
)
def test_a_partner_who_is_treated_too(typed: str) -> None:
    question = read(typed)
    assert question.intervention == "partner treatment"
    assert question.population == "people with bacterial vaginosis"


def test_visits_are_an_outcome() -> None:
    assert read("does amoxicillin reduce GP visits in otitis").outcome == "office visits"
    assert read("care of the dying, midazolam dose").patient.age == ""
