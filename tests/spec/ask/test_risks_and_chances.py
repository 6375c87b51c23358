"""`risk of A after B`, `A and the risk of B`, `my chances with B`: who has it, and what may come."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent

CASES = (
    # typed, kind, population, intervention, outcome
    ("risk of seizures after a stroke", Intent.PROGNOSIS, "people with stroke", "", "seizures"),
    (
        "what are my chances of living five years with lung cancer",
        Intent.PROGNOSIS,
        "people with lung cancer",
        "",
        "survival",
    ),
    ("antidepressants and risk of falls", Intent.HARM, "", "antidepressants", "falls"),
)


@pytest.mark.parametrize(("typed", "kind", "people", "given", "wanted"), CASES)
def test_what_may_come_is_the_outcome(typed: str, kind: Intent, people: str, given: str, wanted: str) -> None:
    question = read(typed)
    assert (question.intent, question.population, question.intervention) == (kind, people, given)
    assert question.outcome == wanted


def test_what_somebody_bears_in_the_body_says_who_they_are() -> None:
    assert "heart valve" in read("heart failure with a mechanical aortic valve: warfarin or edoxaban?").population


def test_how_a_drug_lowers_something_asks_for_its_mechanism() -> None:
    assert read("how do thiazides lower blood pressure").intent is Intent.MECHANISM
    assert read("how well do thiazides lower blood pressure").intent is not Intent.MECHANISM


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("Does low-dose aspirin prevent pre-eclampsia in women at high risk?", Intent.PREVENTION),
        ("Do statins prevent stroke in people at increased risk?", Intent.PREVENTION),
        ("Is aspirin worth it in people at high cardiovascular risk?", Intent.THERAPY),
        ("Does HRT put me at risk?", Intent.HARM),
        ("HRT and the long-term risks", Intent.HARM),
    ],
)
def test_people_at_risk_are_no_harm_that_is_feared(typed: str, intent: Intent) -> None:
    assert read(typed).intent is intent
