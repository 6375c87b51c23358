"""What both arms got was not compared; a course of days is no follow-up of days; deaths are no adverse effects."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer

ADDED = report(
    1,
    "Clopidogrel and aspirin after myocardial infarction: a randomised trial",
    methods="In this double-blind randomised trial, 5000 adults were given clopidogrel and aspirin or aspirin alone.",
    results="Stroke was less frequent with clopidogrel and aspirin than with aspirin alone (5.0% versus 6.5%; hazard "
    "ratio 0.75, 95% CI 0.59 to 0.95; p = 0.02).",
    conclusions="Clopidogrel and aspirin lowered stroke compared with aspirin alone.",
)
COURSE = report(
    2,
    "Prednisolone in Bell's palsy: a randomised trial",
    methods="In this double-blind randomised trial, 500 adults with Bell's palsy were given prednisolone for 10 days "
    "or placebo.",
    results="Recovery at 9 months was more frequent with prednisolone than with placebo (94% versus 82%; odds ratio "
    "3.3, 95% CI 1.7 to 6.4; p < 0.001). Death occurred in 2 people with prednisolone and in 3 people with placebo.",
    conclusions="In Bell's palsy, prednisolone raised recovery.",
)


def told(answer: Answer, section: str = "") -> str:
    return " ".join(s.text for part in answer.sections if section in ("", part.id) for s in part.statements)


@pytest.fixture(scope="module")
def library(library_of: LibraryOf) -> Library:
    return library_of((ADDED, COURSE))


def test_what_both_arms_got_is_said_to_do_nothing(library: Library) -> None:
    said = told(pipeline.answer("Does aspirin prevent stroke?", library=library, as_of="2026-01-01"))
    assert "aspirin reduces" not in said
    assert "Yes" not in said


def test_a_course_is_no_follow_up(library: Library) -> None:
    answer = pipeline.answer("Does prednisolone help in Bell's palsy?", library=library, as_of="2026-01-01")
    assert "went beyond 10 days" not in told(answer)


def test_deaths_are_an_outcome_and_no_adverse_effect(library: Library) -> None:
    answer = pipeline.answer("Does prednisolone help in Bell's palsy?", library=library, as_of="2026-01-01")
    assert "Death" not in told(answer, "adverse_effects")
