"""What stands in place of a treatment is for the illness which that is for, whatever else the patient has."""

from __future__ import annotations

import pytest
from medicines import label
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library

TRIAL = report(
    1,
    "Escitalopram in major depressive disorder: a randomised trial",
    methods="In this randomised trial, 900 adults with major depressive disorder received escitalopram or placebo.",
    results="Remission occurred in 41% with escitalopram and in 30% with placebo (risk ratio 1.37, 95% CI 1.10 to 1.70;"
    " p = 0.005).",
    conclusions="In major depressive disorder, escitalopram led to more remission.",
)
KIDNEYS = report(
    2,
    "Finerenone in chronic kidney disease: a randomised trial",
    methods="In this randomised trial, 5,000 adults with chronic kidney disease received finerenone or placebo.",
    results="Kidney failure occurred in 6% with finerenone and in 8% with placebo (hazard ratio 0.75, 95% CI 0.60 to "
    "0.94; p = 0.01).",
    conclusions="In chronic kidney disease, finerenone lowered kidney failure.",
)
DIRECT = report(
    3,
    "Mirtazapine or escitalopram in major depressive disorder: a randomised trial",
    methods="In this randomised trial, 700 adults with major depressive disorder received escitalopram or mirtazapine.",
    results="Remission occurred in 41% with escitalopram and in 33% with mirtazapine (risk ratio 1.24, 95% CI 1.02 to "
    "1.50; p = 0.03).",
    conclusions="In major depressive disorder, escitalopram led to more remission than mirtazapine.",
)
LABELS = (
    label("escitalopram", uses="Escitalopram is indicated for major depressive disorder in adults."),
    label(
        "sertraline",
        uses="Sertraline is indicated for major depressive disorder in adults.",
        never="Sertraline is contraindicated with pimozide.",
    ),
    label(
        "fluoxetine",
        uses="Fluoxetine is indicated for major depressive disorder in adults.",
        never="Fluoxetine is contraindicated with an eGFR below 30 ml/min/1.73 m2.",
    ),
    label("quetiapine", uses="Quetiapine is indicated for major depressive disorder in adults."),
    label("losartan", uses="Losartan is indicated for chronic kidney disease in adults."),
    label("valaciclovir", uses="Valaciclovir is indicated to prevent herpes in adults with major depressive disorder."),
)


@pytest.fixture(scope="module")
def low_mood(library_of: LibraryOf) -> Library:
    return library_of((TRIAL, KIDNEYS, DIRECT, *LABELS))


def told(library: Library, question: str) -> list[str]:
    answer = pipeline.answer(question, library=library, depth="full")
    return [s.text.lower() for s in answer.section("alternatives").statements]


ASKED = "Escitalopram for depression in a patient with chronic kidney disease and an eGFR of 25"


def test_what_is_for_the_other_illness_is_none(low_mood: Library) -> None:
    said = " ".join(told(low_mood, ASKED))
    assert "finerenone" not in said
    assert "losartan" not in said


def test_a_label_of_the_same_kind_for_the_same_illness_is_one(low_mood: Library) -> None:
    assert any(text.startswith("sertraline (us label") for text in told(low_mood, ASKED))


def test_what_its_label_forbids_this_patient_is_said_to_be_forbidden(low_mood: Library) -> None:
    assert any(text.startswith("fluoxetine is contraindicated for this patient") for text in told(low_mood, ASKED))
    plain = told(low_mood, "Escitalopram for depression")
    assert any(text.startswith("fluoxetine (us label") for text in plain)


def test_what_was_set_against_it_comes_with_the_result(low_mood: Library) -> None:
    said = next(text for text in told(low_mood, "Escitalopram for depression") if text.startswith("mirtazapine"))
    assert "compared with it directly" in said
    assert "33%" in said


@pytest.mark.parametrize("question", ["What is the outlook in depression with escitalopram", "Does escitalopram work"])
def test_nothing_of_another_illness_is_offered(low_mood: Library, question: str) -> None:
    assert not any("losartan" in text or "finerenone" in text for text in told(low_mood, question))
