"""Words that ask whose advice it is are neither an outcome nor a treatment."""

from __future__ import annotations

import pytest

from probatum import ask


@pytest.mark.parametrize(
    "tail",
    [
        ", what does USPSTF say?",
        " - what do the guidelines recommend",
        "? What does NICE say about this?",
        ", what do current UK guidelines advise?",
        " according to NICE",
    ],
)
def test_it_is_taken_from_the_end(tail: str) -> None:
    plain, asked = ask.read("statin for high cholesterol at 78"), ask.read(f"statin for high cholesterol at 78{tail}")
    assert [(c.label, c.role) for c in asked.concepts] == [(c.label, c.role) for c in plain.concepts]
    assert (asked.outcome, asked.population) == (plain.outcome, plain.population)


@pytest.mark.parametrize("typed", ["what does NICE say about statins", "what do guidelines recommend for gout?"])
def test_what_it_is_asked_about_stays(typed: str) -> None:
    assert ask.read(typed).concepts


@pytest.mark.parametrize(
    ("typed", "treatment"),
    [
        ("my 8 year old wets the bed, is an alarm better than desmopressin", "alarm"),
        ("he has insomnia, is a light box better than melatonin?", "light box"),
        ("my 8 year old wets the bed, would an alarm be better than desmopressin", "alarm"),
    ],
)
def test_a_verb_that_opens_a_clause_is_no_part_of_what_is_compared(typed: str, treatment: str) -> None:
    assert ask.read(typed).intervention == treatment
