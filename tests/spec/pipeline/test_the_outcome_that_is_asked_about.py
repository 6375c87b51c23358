"""The short answer leads with the outcome that was asked about, says yes or no of nothing else, and tells whether a
difference was one."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library

HEART = report(
    11,
    "Ramipril after a myocardial infarction: a randomised trial",
    methods="We randomised 1200 adults with a recent myocardial infarction to ramipril or placebo for four years.",
    results="A further infarction occurred in 42 of 600 with ramipril and in 66 of 600 with placebo (risk ratio 0.64, "
    "95% CI 0.44 to 0.92, p = 0.02). Serum creatinine rose by 8.1 micromol/L with ramipril and by 2.2 micromol/L with "
    "placebo (p = 0.003). Dry cough was reported by 9% and 3%.",
    conclusions="In adults with a recent myocardial infarction ramipril reduced further infarctions.",
)
CELLS = report(
    12,
    "Stem cells for chronic heart failure: a randomised trial",
    methods="We randomised 60 adults with chronic heart failure to stem cells or placebo cells.",
    results="Efficacy assessments included exercise capacity, quality of life and the ejection fraction. Quality of "
    "life in heart failure was better with stem cells by 6 points (p = 0.04), exercise capacity by 20 m.",
    conclusions="Stem cells improved quality of life in adults with chronic heart failure.",
)
TRAINING = report(
    13,
    "Training of adults with chronic heart failure: a randomised trial",
    methods="We randomised 300 adults with chronic heart failure to exercise or usual care.",
    results="The health status score rose by 5.2 points with exercise and by 3.3 points with usual care (p < 0.001).",
    conclusions="Exercise improved the self-reported health status of adults with chronic heart failure.",
)
DOSES = report(
    14,
    "Zuvoxetine in adolescents with enuresis: a randomised trial",
    methods="We randomised 240 adolescents with enuresis to zuvoxetine 20 mg, zuvoxetine 40 mg or placebo.",
    results="Wet nights a week with zuvoxetine 20 mg, zuvoxetine 40 mg and placebo were 2.1, 2.6 and 3.4. "
    "The difference from placebo was significant only for 20 mg (20 mg: p = 0.008; 40 mg: p = 0.07). "
    "Headache was reported by 9%.",
    conclusions="The lower dose might be studied further.",
)

COURSE = report(
    15,
    "Laparoscopic division of adhesions for chronic abdominal pain: a randomised trial",
    methods="We randomised 100 adults with chronic abdominal pain and adhesions to division of adhesions or none.",
    results="Both groups had less pain at 12 months, and there was no difference between the groups (difference 3 "
    "points, 95% CI -7 to 13, p = 0.53).",
    conclusions="Division of adhesions in a 2 hour operation cannot be recommended for chronic abdominal pain.",
)


@pytest.fixture
def shelf(library_of: LibraryOf) -> Library:
    return library_of([HEART, CELLS, TRAINING, DOSES, COURSE])


def said(typed: str, shelf: Library) -> list[str]:
    told = pipeline.answer(typed, library=shelf, as_of="2026-11-30").section("bottom_line").statements
    return [s.text for s in told if s.kind.asserts]


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("Does ramipril raise creatinine after a myocardial infarction?", "reatinine"),
        ("Is serum creatinine higher with ramipril than with placebo?", "reatinine"),
        ("Does ramipril reduce further infarctions after a myocardial infarction?", "nfarction"),
    ],
)
def test_the_outcome_that_is_asked_about_leads(typed: str, outcome: str, shelf: Library) -> None:
    assert outcome in said(typed, shelf)[0].replace("yocardial infarction", "")


def test_no_yes_or_no_is_said_of_what_was_not_asked(shelf: Library) -> None:
    for text in said("Does ramipril raise creatinine after a myocardial infarction?", shelf):
        assert "reatinine" in text or not text.startswith(("Yes", "No", "Probably", "Possibly"))


def test_a_study_that_only_tests_by_the_treatment_does_not_lead(shelf: Library) -> None:
    assert "tem cells" not in said("Does exercise improve quality of life in chronic heart failure?", shelf)[0]
    assert "tem cells" in said("Do stem cells improve quality of life in chronic heart failure?", shelf)[0]


def test_whether_a_difference_was_one_is_told_beside_the_values(shelf: Library) -> None:
    told = said("Does zuvoxetine 40 mg reduce wet nights in adolescents with enuresis?", shelf)
    assert any("2.1, 2.6 and 3.4" in text for text in told) and any("only for 20 mg" in text for text in told)


def test_a_conclusion_stands_beside_the_figures_of_its_result(shelf: Library) -> None:
    for typed in (
        "Should adhesions be divided for chronic abdominal pain?",
        "Is division of adhesions better than none for chronic abdominal pain?",
    ):
        assert any("3 points" in text for text in said(typed, shelf))
