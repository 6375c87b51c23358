"""A drug of another kind, given beside what is asked about, is offered in its place only for the illness itself."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import pipeline

ASKED = report(
    1,
    "Prasugrel in acute coronary syndrome: a randomised trial",
    methods="In this randomised trial, 9,000 adults with acute coronary syndrome were given prasugrel or clopidogrel.",
    results="Stroke occurred in 2.0% with prasugrel and in 3.0% with clopidogrel (hazard ratio 0.66, 95% CI 0.50 to "
    "0.87; p = 0.003).",
    conclusions="In acute coronary syndrome, prasugrel lowered stroke.",
)


@pytest.mark.parametrize(
    ("drug", "offered"),
    [("atorvastatin", False), ("ticagrelor", True)],
)
def test_what_is_offered(library_of: LibraryOf, drug: str, offered: bool) -> None:
    other = report(
        2,
        f"{drug.capitalize()} in acute coronary syndrome: a randomised trial",
        methods=f"In this randomised trial, 8,000 adults with acute coronary syndrome were given {drug} or placebo.",
        results=f"Stroke occurred in 2.1% with {drug} and in 3.1% with placebo (hazard ratio 0.67, 95% CI 0.51 to "
        "0.88; p = 0.004).",
        conclusions=f"In acute coronary syndrome, {drug} lowered stroke.",
    )
    answer = pipeline.answer("Prasugrel for acute coronary syndrome", library=library_of((ASKED, other)))
    told = " ".join(s.text.lower() for s in answer.section("alternatives").statements)
    assert (f"{drug} (" in told) is offered
