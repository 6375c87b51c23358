"""What is near and does not answer is named beside the evidence; a harm stands against the benefit in the conclusion;
what a problem came from is no way out of it; sources that disagree are told with what parts them."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer

KIDNEY = report(
    11,
    "Finerenone in chronic kidney disease: a randomised trial",
    methods="In this double-blind randomised trial, 4000 adults with chronic kidney disease were given finerenone or "
    "placebo.",
    results="Kidney failure occurred in 200 of 2000 people (10.0%) with finerenone and in 300 of 2000 people (15.0%) "
    "with placebo (hazard ratio 0.65, 95% CI 0.54 to 0.78; p < 0.001). Hyperkalaemia leading to discontinuation "
    "occurred in 2.3% with finerenone and in 0.9% with placebo.",
)
HEART = report(
    12,
    "Finerenone in heart failure: a randomised trial",
    methods="In this double-blind randomised trial, 3000 adults with heart failure were given finerenone or placebo.",
    results="Deaths occurred in 150 of 1500 people with finerenone and in 151 of 1500 people with placebo (p = 0.95).",
)
SUBGROUP = report(
    13,
    "Tranexamic acid in bleeding after injury: a randomised trial",
    methods="In this double-blind randomised trial, 9000 adults with haemorrhage were given tranexamic acid 1 g or "
    "placebo.",
    results="Death due to bleeding occurred in 200 of 4500 people with tranexamic acid and in 260 of 4500 people "
    "with placebo (risk ratio 0.77, 95% CI 0.64 to 0.92; p = 0.005). Death due to bleeding was more frequent with "
    "tranexamic acid than with placebo when treatment began late (risk ratio 1.44, 95% CI 1.12 to 1.84).",
)
CAUSED = report(
    14,
    "Sildenafil for sexual dysfunction: a randomised trial",
    methods="In this double-blind randomised trial, 90 men with sexual dysfunction caused by antidepressants were "
    "given sildenafil or placebo.",
    results="Sexual dysfunction was less frequent with sildenafil than with placebo (risk ratio 0.50, 95% CI 0.30 to "
    "0.80; p = 0.004).",
)
CAUSE = report(
    15,
    "Fluoxetine, an antidepressant, and sexual dysfunction: a randomised trial",
    methods="In this randomised trial, 200 adults were given fluoxetine 20 mg daily or placebo.",
    results="Sexual dysfunction was more frequent with fluoxetine than with placebo (risk ratio 2.0, 95% CI 1.2 to "
    "3.1).",
)


NO_MORE = report(
    16,
    "Ondansetron and vomiting after tonsillectomy: a randomised trial",
    methods="In this double-blind randomised trial, 800 adults were given ondansetron or placebo after tonsillectomy.",
    results="Significantly more ondansetron-treated adults had no episodes of vomiting (280/400 (70%) vs 200/400 "
    "(50%); p = 0.001).",
)
ANOTHER = report(
    17,
    "Ticagrelor or aspirin after stroke: a randomised trial",
    methods="In this double-blind randomised trial, 9000 people with a stroke were given ticagrelor or aspirin 300 mg.",
    results="A new stroke occurred in 6.0% with ticagrelor and in 7.5% with aspirin (hazard ratio 0.80, 95% CI 0.70 "
    "to 0.92; p = 0.002).",
)
ADJUSTED = report(
    19,
    "A marker and survival in colorectal cancer: a cohort study",
    methods="In this cohort study, 476 people with colorectal cancer were followed for 5 years.",
    results="After adjustment for age, stage and chemotherapy, lack of the marker was associated with higher "
    "mortality (hazard ratio 2.40, 95% CI 1.44 to 3.99) in comparison with its presence.",
    kind="Cohort Study",
)
OWN = report(
    18,
    "Aspirin to prevent stroke: a randomised trial",
    methods="In this double-blind randomised trial, 9000 healthy adults were given aspirin 100 mg daily or placebo.",
    results="Strokes occurred in 2.0% with aspirin and in 2.1% with placebo (hazard ratio 0.97, 95% CI 0.80 to 1.17; "
    "p = 0.75).",
)


@pytest.fixture(scope="module")
def library(library_of: LibraryOf) -> Library:
    return library_of((KIDNEY, HEART, SUBGROUP, CAUSED, CAUSE, NO_MORE, ANOTHER, OWN, ADJUSTED))


def ask(library: Library, typed: str) -> Answer:
    return pipeline.answer(typed, library=library, as_of="2026-11-27")


def told(answer: Answer, section: str) -> str:
    return " ".join(s.text for s in answer.section(section).statements)


def test_what_is_near_is_named_and_not_told_as_evidence(library: Library) -> None:
    said = told(ask(library, "What is the role of finerenone in chronic kidney disease?"), "evidence")
    assert "Also found, but no answer to this question: a double-blind randomised trial (3,000 people)" in said
    assert "0.95" not in said


def test_what_is_near_is_left_aside_where_a_study_answers_straight(library: Library) -> None:
    said = told(ask(library, "Does finerenone prevent kidney failure in chronic kidney disease?"), "evidence")
    assert "no answer to this question" not in said
    assert "0.95" not in said


def test_a_harm_stands_against_the_benefit(library: Library) -> None:
    said = told(ask(library, "Does finerenone prevent kidney failure in chronic kidney disease?"), "conclusion")
    assert "against this stands that hyperkalaemia leading to discontinuation" in said and "2.3%" in said


def test_a_harm_is_looked_for_before_it_makes_people_stop(library: Library) -> None:
    said = told(ask(library, "Does finerenone prevent kidney failure in chronic kidney disease?"), "algorithm")
    assert "Look for hyperkalaemia." in said


def test_a_trial_does_not_disagree_with_itself(library: Library) -> None:
    answer = ask(library, "Does tranexamic acid reduce death due to bleeding in haemorrhage?")
    assert "disagree" not in told(answer, "evidence")
    assert answer.section("bottom_line").statements[0].text.startswith("Yes: tranexamic acid reduces death")


def test_one_dose_is_no_lowest_dose(library: Library) -> None:
    said = told(ask(library, "Does tranexamic acid reduce death due to bleeding in haemorrhage?"), "algorithm")
    assert "1 g, the dose of this trial" in said


def test_more_of_the_cause_is_no_alternative(library: Library) -> None:
    answer = ask(library, "Does sildenafil help sexual dysfunction caused by antidepressants?")
    assert "luoxetine" not in told(answer, "alternatives")


def test_more_people_without_it_is_less_of_it(library: Library) -> None:
    """`Probably not` was said of a drug with which more people did not vomit."""
    first = ask(library, "Does ondansetron reduce vomiting after tonsillectomy?").section("bottom_line").statements[0]
    assert not first.text.startswith(("No", "Probably not")), first.text


def test_what_another_drug_was_compared_with_is_not_told_of(library: Library) -> None:
    said = told(ask(library, "Does aspirin prevent stroke?"), "evidence")
    assert "ticagrelor" not in said.partition("Also found")[0]


def test_what_a_result_is_adjusted_for_has_no_effect(library: Library) -> None:
    """A treatment that a sentence only adjusts for was said to raise mortality."""
    said = told(ask(library, "Does chemotherapy reduce mortality in colorectal cancer?"), "bottom_line")
    assert "hemotherapy was associated" not in said and "opposite" not in said


def test_the_class_of_a_drug_is_no_alternative_to_it(library_of: LibraryOf) -> None:
    failing = "adults with heart failure were given"
    death = "Death occurred in 12.0% with {} and in 15.0% with placebo (hazard ratio 0.80, 95% CI 0.70 to 0.92)."
    trials = [
        report(
            number,
            f"{name} in heart failure: a randomised trial",
            methods=f"In this double-blind randomised trial, 4000 {failing} {name} or placebo.",
            results=death.format(name),
        )
        for number, name in ((31, "Dapagliflozin"), (32, "Eplerenone"))
    ]
    review = report(
        33,
        "Sodium-glucose cotransporter 2 inhibitors in heart failure: a systematic review and meta-analysis",
        kind="Systematic Review",
        methods="We included 4 randomised trials of sodium-glucose cotransporter 2 inhibitors in heart failure.",
        results="Death was less frequent with sodium-glucose cotransporter 2 inhibitors than with placebo (risk ratio "
        "0.90, 95% CI 0.84 to 0.97).",
        conclusions="Sodium-glucose cotransporter 2 inhibitors lower death in heart failure.",
    )
    said = told(ask(library_of([*trials, review]), "Does dapagliflozin reduce death in heart failure?"), "alternatives")
    assert "plerenone" in said
    assert "cotransporter" not in said
