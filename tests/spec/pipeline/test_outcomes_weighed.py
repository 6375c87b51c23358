"""What leads is the outcome asked about, by its name; studies that disagree are said to, with what parts them."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer

KIDNEY = report(
    1,
    "Dapagliflozin in chronic kidney disease: a randomised trial",
    methods="In this double-blind randomised trial, 4000 adults with chronic kidney disease were given dapagliflozin "
    "or placebo. The primary outcome was kidney failure or death from renal causes.",
    results="The primary outcome occurred in 200 of 2000 people (10.0%) with dapagliflozin and in 300 of 2000 people "
    "(15.0%) with placebo (hazard ratio 0.65, 95% CI 0.54 to 0.78; p < 0.001).",
    conclusions="In chronic kidney disease, dapagliflozin lowered kidney failure.",
)
FOUND = report(
    2,
    "Icosapent ethyl in people at high risk: a randomised trial",
    methods="In this double-blind randomised trial, 8000 adults were given icosapent ethyl or placebo.",
    results="Major cardiovascular events occurred in 17.0% with icosapent ethyl and in 22.0% with placebo (hazard "
    "ratio 0.75, 95% CI 0.68 to 0.83; p < 0.001).",
    conclusions="Icosapent ethyl lowered major cardiovascular events.",
)
MISSED = report(
    3,
    "Omega-3 fatty acids in people at high risk: a randomised trial",
    methods="In this double-blind randomised trial, 9000 adults were given omega-3 fatty acids or placebo.",
    results="Major cardiovascular events occurred in 12.0% with omega-3 fatty acids and in 12.2% with placebo "
    "(hazard ratio 0.99, 95% CI 0.90 to 1.09; p = 0.84).",
    conclusions="Omega-3 fatty acids did not lower major cardiovascular events.",
)
OLD = report(
    4,
    "Rosuvastatin in older people: a post hoc analysis of a randomised trial",
    methods="In this double-blind randomised trial, 5000 people aged 70 years or more were given rosuvastatin 20 mg "
    "or placebo.",
    results="Major cardiovascular events were less frequent with rosuvastatin than with placebo (3.0% versus 5.0%; "
    "hazard ratio 0.60, 95% CI 0.45 to 0.80; p < 0.001).",
    conclusions="Rosuvastatin lowered major cardiovascular events in older people.",
)


@pytest.fixture(scope="module")
def library(library_of: LibraryOf) -> Library:
    return library_of((KIDNEY, FOUND, MISSED, OLD))


def section(answer: Answer, name: str) -> str:
    return " ".join(s.text for part in answer.sections if part.id == name for s in part.statements)


def test_a_primary_outcome_is_called_by_its_name(library: Library) -> None:
    answer = pipeline.answer("Does dapagliflozin help in chronic kidney disease?", library=library, as_of="2026-01-01")
    assert "Dapagliflozin reduces kidney failure or death from renal causes" in section(answer, "bottom_line")
    assert "the primary outcome" not in section(answer, "bottom_line").replace("a part of the primary outcome", "")


def test_studies_that_disagree_are_said_to_and_what_parts_them(library: Library) -> None:
    answer = pipeline.answer(
        "Do omega-3 fatty acids prevent cardiovascular events?", library=library, as_of="2026-01-01"
    )
    assert "studies disagree on major cardiovascular events" in section(answer, "bottom_line")
    told = section(answer, "evidence")
    assert "icosapent ethyl against omega-3 fatty acids" in told
    assert "which may explain it" in told


def test_a_class_is_answered_from_its_members_without_their_dose(library: Library) -> None:
    answer = pipeline.answer(
        "Should I start a statin in a healthy 79-year-old woman?", library=library, as_of="2026-01-01"
    )
    said = section(answer, "bottom_line")
    assert "statins" in said.lower(), [w.text for w in answer.warnings]
    assert "post hoc analysis" in said
    assert "20 mg" not in said + section(answer, "algorithm")


def test_what_is_to_be_prevented_is_neither_confirmed_nor_seen_to_be_better(library: Library) -> None:
    asked = "Does dapagliflozin prevent kidney failure?"
    steps = section(pipeline.answer(asked, library=library, as_of="2026-01-01"), "algorithm")
    assert "Confirm that the problem is kidney failure" not in steps
    assert "Better, and tolerated" not in steps
