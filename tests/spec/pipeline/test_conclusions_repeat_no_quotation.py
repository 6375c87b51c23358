"""Conclusions repeat no quotation: what a short answer of a line or two quotes without a grade is not said again."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library

RECORDS = (
    report(
        1,
        "Sarcoidosis in the lungs",
        kind="",
        results="Sarcoidosis is a disease in which granulomas form in the lungs and lymph nodes. It was seen in women.",
    ),
    report(
        2,
        "Penicillin to prevent cellulitis: a randomised trial",
        methods="We randomised 200 adults to penicillin or placebo.",
        results="Recurrence of cellulitis occurred in 20 of 100 people (20%) with penicillin and in 40 of 100 people "
        "(40%) with placebo (risk ratio 0.50, 95% CI 0.32 to 0.79; p = 0.003).",
        conclusions="Penicillin prevented cellulitis.",
    ),
)


@pytest.fixture(scope="module")
def library(library_of: LibraryOf) -> Library:
    return library_of(RECORDS)


def test_what_is_quoted_without_a_grade_is_not_said_again(library: Library) -> None:
    answer = pipeline.answer("What is sarcoidosis?", library=library, as_of="2026-01-01")
    assert "granulomas form" in answer.section("bottom_line").statements[0].text
    conclusion = answer.section("conclusion")
    assert not conclusion.statements
    assert conclusion.empty


def test_what_was_graded_is_concluded_with_its_certainty(library: Library) -> None:
    answer = pipeline.answer("Does penicillin prevent cellulitis?", library=library, as_of="2026-01-01")
    said = " ".join(s.text for s in answer.section("conclusion").statements)
    assert "certainty" in said
    assert "cellulitis" in said
