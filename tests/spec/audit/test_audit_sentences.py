"""What the audit says of sentences on an invented trial (tests/spec/audit/audit_cases.py)."""

from __future__ import annotations

import pytest
from audit_cases import first, report

from probatum.model import Verdict

TRUE = [
    "Response was seen in 42% on zerafine and 25% on placebo [1].",
    "Zerafine brought response in 42% against 25%, a gain of 17 percentage points [1].",
    "About six people have to be treated for one more response (42% against 25%) [1].",
    "Zerafine was taken as 100 mg twice daily, which is 200 mg a day [1].",
    "Sleep quality was not significantly different between zerafine and placebo (P = 0.41) [1].",
    "Dizziness was recorded in 18 of 60 people on zerafine (30%) [1].",
    "Cramps were fewer with zerafine than with placebo [1].",
    "The trial ran for about three months in adults with night cramps [1].",
    "No serious adverse event was reported [1].",
]


@pytest.mark.parametrize("sentence", TRUE)
def test_true_sentences_are_supported(sentence: str) -> None:
    made = first(sentence)
    assert made.verdict is Verdict.SUPPORTED, made.reasons
    assert made.spans


FLAWED = [
    ("Response was seen in 52% on zerafine and 25% on placebo [1].", "number_altered"),
    ("Zerafine was taken as 100 mg once daily [1].", "unit_or_dose_changed"),
    ("Zerafine was taken as 1,000 mg twice daily [1].", "unit_or_dose_changed"),
    ("Cramps were more frequent with zerafine than with placebo [1].", "direction_flipped"),
    ("Sleep quality differed between the groups [1].", "negation_dropped"),
    ("Sleep quality was significantly better with zerafine (P = 0.41) [1].", "significance_misstated"),
    ("Response was seen in 25% on zerafine and 42% on placebo [1].", "arm_swapped"),
    ("The trial enrolled children with night cramps [1].", "population_mismatch"),
    ("The primary outcome, sleep quality, was met [1].", "outcome_mismatch"),
    ("Dizziness was recorded in 18 of 120 people on zerafine (30%) [1].", "denominator_wrong"),
    ("Start zerafine at 100 mg daily and increase it to 100 mg daily.", "dose_step_empty_or_contradictory"),
    ("Start zerafine at 200 mg daily and step up to 100 mg daily.", "dose_step_empty_or_contradictory"),
    ("Zerafine always stops night cramps [1].", "causal_or_certainty_overclaim"),
    ("The trial lasted 12 days [1].", "unit_or_dose_changed"),
    ("Nausea was more frequent with zerafine than with placebo [1].", "direction_flipped"),
    ("Zerafine is proven to cure night cramps [1].", "causal_or_certainty_overclaim"),
    ("Nausea did not differ significantly, so zerafine has no effect on the stomach [1].", "absence_as_no_effect"),
    ("A reader of this text should know: zerafine works for five years [3].", "citation_fabricated"),
    ("Skin clearance was reached by 61% on brelomab and 8% on placebo [1].", "citation_misattributed"),
    (
        "Offer zerafine only after quinine has failed. Zerafine should be offered before quinine.",
        "internal_contradiction",
    ),
    (
        "We would keep zerafine for severe cramps. Zerafine must never be kept for severe cramps.",
        "internal_contradiction",
    ),
    ("Offer zerafine first to people with cramps. Zerafine must never be offered first.", "internal_contradiction"),
    ("Skin clearance was reached by 61% on brelomab and 8% on placebo [2].", "applicability_gap"),
]


@pytest.mark.parametrize(("sentence", "category"), FLAWED)
def test_flaws_are_found_and_named(sentence: str, category: str) -> None:
    made = first(sentence)
    assert made.faulty, made.verdict
    assert made.category is not None and made.category.value == category


def test_the_figure_that_would_be_right_is_named() -> None:
    assert first("Response was seen in 52% on zerafine and 25% on placebo [1].").figure == "42%"


ADVICE = [
    "Ask about sleep at every visit.",
    "We prefer to wait for two weeks first.",
    "In older people, start with half the dose.",
]


@pytest.mark.parametrize("sentence", ADVICE)
def test_advice_without_a_citation_is_not_checked(sentence: str) -> None:
    assert first(sentence).verdict is Verdict.NOT_CHECKED


def test_nothing_rests_on_the_reference_list_of_a_source() -> None:
    assert first("Brelomab cures cramps in 88% of people [1].").verdict is not Verdict.SUPPORTED


def test_the_score_counts_what_asserts() -> None:
    made = report("Cramps were fewer with zerafine than with placebo [1]. Ask about sleep. It rose by 97.3% [1].")
    assert (made.score.sentences, made.score.asserting, made.score.supported) == (3, 2, 1)
    assert made.score.share_supported == 0.5
