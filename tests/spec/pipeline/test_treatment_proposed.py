"""A question that names an illness and no treatment is answered about the one that the surest evidence speaks for."""

from __future__ import annotations

import pytest
from medicines import label
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer

RECORDS = (
    label(
        "prednisolone", uses="Prednisolone is indicated for Bell's palsy.", dose="The usual dose is 50 mg once daily."
    ),
    label(
        "apixaban",
        uses="Apixaban is indicated to reduce the risk of stroke in atrial fibrillation.",
        **{"with": "Apixaban with nonsteroidal anti-inflammatory drugs (NSAIDs) raises the risk of bleeding."},
    ),
    report(
        3,
        "Naproxen for back pain: a randomised trial",
        results="Pain was lower with naproxen than with placebo (mean difference -12 points, 95% CI -18 to -6; p < "
        "0.001).",
        conclusions="Naproxen lowered back pain.",
    ),
    report(
        1,
        "Prednisolone for Bell's palsy: a randomised trial",
        results="Recovery occurred in 170 of 200 people (85%) with prednisolone and in 120 of 200 people (60%) with "
        "no prednisolone (p < 0.001).",
        conclusions="Prednisolone raised recovery in Bell's palsy.",
    ),
    report(
        2,
        "Aciclovir for Bell's palsy: a randomised trial",
        results="Recovery occurred in 140 of 200 people (70%) with aciclovir and in 138 of 200 people (69%) with "
        "placebo (p = 0.83).",
        conclusions="Aciclovir did not raise recovery in Bell's palsy.",
    ),
)


@pytest.fixture(scope="module")
def shelf(library_of: LibraryOf) -> Library:
    return library_of(RECORDS)


def asked(typed: str, library: Library) -> Answer:
    return pipeline.answer(typed, library=library, as_of="2026-11-26")


@pytest.mark.parametrize(
    "typed",
    ["What is the best treatment for Bell's palsy?", "how do I treat bell's palsy", "drug therapy of Bell's palsy"],
)
def test_the_treatment_that_helped_leads_and_it_is_said_that_none_was_named(typed: str, shelf: Library) -> None:
    answer = asked(typed, shelf)
    assert [a.to for a in answer.question.assumptions if a.what == "treatment"] == ["prednisolone"]
    first = answer.section("bottom_line").statements[0].text
    assert first.startswith("Prednisolone probably increases recovery") and "850 of every 1,000" in first
    assert any("50 mg" in s.text for s in answer.section("dosing").statements)
    assert not any(
        s.verdict.value != "supported" for section in answer.sections for s in section.statements if s.supports
    )


@pytest.mark.parametrize(
    "typed",
    ["Does aciclovir help in Bell's palsy?", "What is the prognosis of Bell's palsy?", "Is Bell's palsy contagious?"],
)
def test_nothing_is_proposed_where_a_treatment_is_named_or_none_is_asked_for(typed: str, shelf: Library) -> None:
    assert not [a for a in asked(typed, shelf).question.assumptions if a.what == "treatment"]


def test_what_the_patient_does_not_bear_is_not_proposed(shelf: Library) -> None:
    answer = asked("best treatment for Bell's palsy in somebody allergic to prednisolone", shelf)
    assert not [a for a in answer.question.assumptions if a.what == "treatment"]


def test_an_option_that_harms_with_what_is_taken_is_said_to_first(shelf: Library) -> None:
    answer = asked("what can my mother take for back pain if she is on apixaban", shelf)
    first = answer.section("bottom_line").statements[0].text
    assert first.startswith("With apixaban, which is taken") and "bleeding" in first
    alone = asked("what can my mother take for back pain", shelf).section("bottom_line")
    assert alone.statements[0].text.startswith("Naproxen ")
