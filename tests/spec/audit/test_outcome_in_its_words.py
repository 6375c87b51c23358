"""What is said of an outcome in the source's own words is held to what the source says of that outcome alone."""

from __future__ import annotations

import pytest
from audit_cases import other, report, saying

TEXT = (
    "We randomly assigned 80 adults with night cramps to zerafine or placebo for 8 weeks. Stiffness was lower with "
    "zerafine than with placebo at 8 weeks (3.4 versus 5.9 points, P = 0.004). No significant difference in sleep "
    "quality was seen between zerafine and placebo (P = 0.62). Headache occurred in 12.5% of the zerafine group "
    "and 7.5% of the placebo group. No serious adverse event was reported."
)
HOLDS = [
    "Stiffness was lower with zerafine than with placebo [1].",
    "No difference in sleep quality was detected between zerafine and placebo [1].",
    "Headache was seen in 12.5% with zerafine and 7.5% with placebo [1].",
    "Stiffness was 3.4 with zerafine and 5.9 with placebo after 8 weeks [1].",
]
FAILS = [
    "Stiffness was higher with zerafine than with placebo [1].",
    "A difference in sleep quality was detected between zerafine and placebo [1].",
    "Headache was seen in 3.4% with zerafine and 7.5% with placebo [1].",
    "Stiffness was 3.4 with zerafine and 5.9 with placebo after 8 months [1].",
    "A serious adverse event was reported [1].",
]


@pytest.mark.parametrize("text", HOLDS)
def test_what_the_source_says_of_the_outcome_is_no_fault(text: str) -> None:
    (made,) = report(text, records=(saying(TEXT), other())).sentences
    assert not made.faulty, made.reasons


@pytest.mark.parametrize("text", FAILS)
def test_what_it_says_otherwise_or_of_something_else_is_one(text: str) -> None:
    (made,) = report(text, records=(saying(TEXT), other())).sentences
    assert made.faulty, made.reasons


DOSES = "Adults with night cramps took 15 mg/kg of zerafine on day 1 and 10 mg/kg of zerafine on day 2."


def test_a_dose_that_is_the_sum_of_those_of_a_phrase_is_no_other_one() -> None:
    text = "Adults with night cramps took 25 mg/kg of zerafine in total [1]."
    (made,) = report(text, records=(saying(DOSES), other())).sentences
    assert not made.faulty, made.reasons


def test_six_points_are_no_six_months() -> None:
    told = TEXT.replace("No serious", "It was still lower at 6 months. No serious")
    text = "Stiffness was 6.0 with zerafine and 5.9 with placebo [1]."
    (made,) = report(text, records=(saying(told), other())).sentences
    assert made.faulty, made.reasons


@pytest.mark.parametrize(("p", "faulty"), [("0.004", False), ("0.62", True)])
def test_a_p_value_told_of_a_quotation_is_the_one_that_stands_there(p: str, faulty: bool) -> None:
    quoted = '"Stiffness was lower with zerafine than with placebo at 8 weeks (3.4 versus 5.9 points, P = 0.004)"'
    (made,) = report(f"The trial says {quoted} (P = {p}) [1].", records=(saying(TEXT), other())).sentences
    assert made.faulty is faulty, made.reasons


def test_a_dose_in_grams_is_not_found_in_the_size_of_a_group() -> None:
    told = "Adults with night cramps took zerafine 25 mg daily for 8 weeks. Fewer cramped in the zerafine 25 group."
    assert report("Zerafine 25 g was taken daily [1].", records=(saying(told), other())).sentences[0].faulty
    assert not report("Zerafine 25 mg was taken daily [1].", records=(saying(told), other())).sentences[0].faulty
