"""What the audit says of a grade of certainty and its steps, on the invented trial of audit_cases."""

from __future__ import annotations

import pytest
from audit_cases import first

from probatum.model import Verdict

GRADE = (
    "Certainty for sleep quality: low; one randomised trial starts at high; one step down for risk of bias (the trial "
    "was not blinded, and this was only a secondary outcome); one step down for imprecision (no effect was detected "
    "(p = 0.41), and no interval is reported) [1]."
)
WRONG = [
    # what is changed, into what
    ("not blinded", "blinded"),
    ("a secondary", "a primary"),
    ("no effect was", "an effect was"),
    ("quality: low", "quality: moderate"),
    ("one step down for risk", "two steps down for risk"),
    ("starts at high", "starts at low"),
]


def test_a_grade_whose_steps_come_to_it_is_supported() -> None:
    made = first(GRADE)
    assert made.verdict is Verdict.SUPPORTED, made.reasons


@pytest.mark.parametrize(("old", "new"), WRONG)
def test_a_grade_that_its_steps_do_not_lead_to_is_a_fault(old: str, new: str) -> None:
    assert old in GRADE
    made = first(GRADE.replace(old, new, 1))
    assert made.faulty and "grade" in {c.check for c in made.checks}, made.reasons


@pytest.mark.parametrize(
    "sentence",
    [
        "Certainty for sleep quality: moderate; for the same reasons as for cramps [1].",
        "Certainty for sleep quality: very low; one study starts at low; two steps down for indirectness (it was not "
        "studied in people); one step down for imprecision (how many people took part could not be read) [1].",
        "Certainty for sleep quality: moderate; one randomised trial starts at high; one step down for imprecision "
        "(an effect was detected, but the interval is wide) [1].",
    ],
)
def test_a_grade_in_other_words_is_left_alone(sentence: str) -> None:
    assert "grade" not in {c.check for c in first(sentence).checks}


def test_a_citation_behind_a_name_that_ends_like_an_interval_is_read() -> None:
    assert first("Zerafine was given after PCI [1].").citations == (1,)
    assert first("Response was 42% (95% CI [30, 54]) on zerafine.").citations == ()


@pytest.mark.parametrize(
    ("tail", "faulty"),
    [(", a difference of 17 percentage points", False), (", a difference of 27 percentage points", True)],
)
def test_a_difference_worked_out_behind_the_sources_own_sentence(tail: str, faulty: bool) -> None:
    said = f"Response was seen in 42% of the zerafine group and 25% of the placebo group{tail} [1]."
    assert first(said).faulty is faulty


def test_a_p_value_of_an_exception_denies_nothing() -> None:
    said = "Sleep did not differ significantly, except that cramps were fewer (P = 0.003) [1]."
    assert "significance" not in {c.check for c in first(said).checks}
