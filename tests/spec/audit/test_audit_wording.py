"""What the audit says of a sentence that repeats the source's but for a few words (audit_cases.py)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from audit_cases import first
from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.model import Verdict

Bounded = Callable[[Callable[[str], object], str, float], None]

REPEATED = [
    "Sleep quality did not differ significantly between the groups (P = 0.41) [1].",
    "The primary outcome was the number of cramps a week; the secondary outcome was sleep quality [1].",
    "Response was seen in 42% of the zerafine group and in 25% of the placebo group [1].",
    "We randomly assigned 120 adults with night cramps to zerafine 100 mg twice daily or placebo for 3 months [1].",
    "People with severe liver disease were not included but excluded [1].",
    "Dizziness was seen in 18 of 60 with zerafine and 10% (6 of 60) with placebo [1].",
    "No effect of zerafine on sleep quality was detected [1].",
    "Cramps were fewer with zerafine than with placebo (2 versus 5 a week, P = 0.003) [1].",
]


@pytest.mark.parametrize("sentence", REPEATED)
def test_what_repeats_the_source_in_nearly_its_words_is_no_fault(sentence: str) -> None:
    assert not first(sentence).faulty, first(sentence).reasons


CHANGED = [
    ("Sleep quality did differ significantly between the groups (P = 0.41) [1].", "significance_misstated"),
    ("Sleep quality did not differ significantly between the groups (P = 0.14) [1].", "number_altered"),
    ("Cramps were more with zerafine than with placebo (2.1 versus 4.6 a week, P = 0.003) [1].", "direction_flipped"),
    ("Cramps were fewer with placebo than with zerafine (2.1 versus 4.6 a week, P = 0.003) [1].", "arm_swapped"),
    ("The primary outcome was the number of headaches a week; the secondary outcome was sleep quality [1].", None),
    ("The primary outcome was sleep quality; the secondary outcome was the number of cramps a week [1].", None),
    (
        "We randomly assigned 120 children with night cramps to zerafine 100 mg twice daily or placebo [1].",
        "population_mismatch",
    ),
    (
        "We randomly assigned 120 adults with night cramps to zerafine 100 g twice daily or placebo [1].",
        "unit_or_dose_changed",
    ),
    (
        "We randomly assigned 120 adults with night cramps to zerafine 100 mg twice daily or placebo for 12 years [1].",
        None,
    ),
    ("Zerafine reduced night sweats in adults over 12 weeks [1].", None),
]


@pytest.mark.parametrize(("sentence", "category"), CHANGED)
def test_one_word_that_matters_is_a_fault(sentence: str, category: str | None) -> None:
    made = first(sentence)
    assert made.faulty, made.reasons
    assert made.verdict is not Verdict.NOT_CHECKED and made.spans
    assert category is None or made.category == category


def test_a_sentence_of_too_many_numbers_is_not_checked() -> None:
    made = first(f"Cramps were fewer with zerafine than with placebo {'2.1 versus 4.6 a week ' * 40} [1].")
    assert made.verdict is Verdict.NOT_CHECKED


@given(st.text(alphabet="0123456789 .,%()[]<>=/mgnot\u00b5-patients", max_size=10_000))
@settings(max_examples=40, deadline=None)
def test_no_sentence_takes_longer_than_a_second(bounded: Bounded, text: str) -> None:
    first(f"Cramps were fewer with {text[:20]} [1].")  # expressions are compiled at their first use
    bounded(lambda told: first(f"Cramps were fewer with {told} [1]."), text, 1)


@pytest.mark.parametrize(
    "piece", ["no ", "12 mg ", "zerafine than placebo ", "P = 0.", "may 5% of ", "(((", "a-", "1.", "1,", "not"]
)
def test_long_runs_take_less_than_a_second(bounded: Bounded, piece: str) -> None:
    first(f"Cramps were fewer with {piece * 3} [1].")  # expressions are compiled at their first use
    bounded(lambda told: first(f"Cramps were fewer with {told} [1]."), piece * (10_000 // len(piece)), 1)
