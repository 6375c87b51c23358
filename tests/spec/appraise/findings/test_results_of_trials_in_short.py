"""Results of trials as short summaries print them: two and more arms, each with its figure, in one clause."""

from __future__ import annotations

import pytest
from findings_help import arms, read

from probatum.model import Measure

ARMS = {
    "people who had it": (
        "Itch occurred in 37 people with lotion and in 48 people with placebo (p = 0.50).",
        ("itch", (("lotion", "37"), ("placebo", "48"))),
    ),
    "not related to something": (
        "Major itch not related to combing occurred in 4.5% with lotion and in 3.8% with combs (p = 0.03).",
        ("major itch not related to combing", (("lotion", "4.5"), ("combs", "3.8"))),
    ),
    "by a time": (
        "Itch in school by 30 days occurred in 10.3% with lotion and in 11.1% with placebo.",
        ("itch in school by 30 days", (("lotion", "10.3"), ("placebo", "11.1"))),
    ),
    "a limit in its name": (
        "A loss of at least 5% of hair occurred in 80.5% with lotion and in 24.4% with placebo.",
        ("loss of at least 5% of hair", (("lotion", "80.5"), ("placebo", "24.4"))),
    ),
    "one of several": (
        "Itch or other scalp illness or baldness occurred in 3.4% with lotion and in 5.2% with control.",
        ("itch or other scalp illness or baldness", (("lotion", "3.4"), ("control", "5.2"))),
    ),
    "a shorter regimen": (
        "Itch or rash at 2 hours occurred in 39 of 108 people with the shorter regimen and in 71 of 109 people with "
        "the standard regimen.",
        ("itch or rash at 2 hours", (("shorter regimen", "39"), ("standard regimen", "71"))),
    ),
    "three arms": (
        "Recovery by 12 weeks occurred in 84.7% with regular combing, in 82.8% with lotion as needed and in 84.3% with "
        "placebo.",
        ("recovery by 12 weeks", (("regular combing", "84.7"), ("lotion as needed", "82.8"), ("placebo", "84.3"))),
    ),
    "what was taken": (
        "Rescue lotion was taken by 23 people (31.1%) with low-dose combing and by 29 people (50.0%) with placebo.",
        ("use of rescue lotion", (("low-dose combing", "31.1"), ("placebo", "50.0"))),
    ),
    "a fall in a unit of the kidneys": (
        "The hair count fell by 0.55 ml/min/1.73 m2 per year with lotion and by 2.28 ml/min/1.73 m2 per year with "
        "placebo (p < 0.001).",
        ("fall in the hair count", (("lotion", "0.55"), ("placebo", "2.28"))),
    ),
    "a scale in its name": (
        "Itch on a scale of 100 mm fell by a median of 51 mm with lotion and 20 mm with combing and oil.",
        ("fall in itch on a scale of 100 mm", (("lotion", "51"), ("combing and oil", "20"))),
    ),
    "a mass set against a mass": (
        "The mean use of oil a year was 23.2 mg with lotion and 61.9 mg with placebo.",
        ("the mean use of oil a year", (("lotion", "23.2"), ("placebo", "61.9"))),
    ),
}


@pytest.mark.parametrize("case", ARMS.values(), ids=ARMS)
def test_each_arm_has_its_figure(case: tuple[str, tuple[str, tuple[tuple[str, str], ...]]]) -> None:
    text, (name, expected) = case
    (found,) = read(text)
    assert (found.outcome, arms(found)) == (name, expected)


def test_a_chain_whose_last_arm_was_not_understood_is_left_alone() -> None:
    assert read("Mortality was 30% with old lotion, 26% with lotion during school and 33% without lotion.") == ()


RATIOS = {
    "of whom it holds": (
        "With dry scalps, itch was less frequent with lotion than with placebo (hazard ratio 0.78, 95% CI 0.72 to "
        "0.85).",
        "itch",
    ),
    "its time in brackets": (
        "Itch in the short term (0 to 6 weeks) did not differ between lotion and placebo (standardised mean difference "
        "-0.98, 95% CI -2.06 to 0.11).",
        "itch in the short term (0 to 6 weeks)",
    ),
    "having something": (
        "There was no significant difference in having a rash between lotion and placebo (risk ratio 0.52, 95% CI 0.21 "
        "to 1.27).",
        "rash",
    ),
}


@pytest.mark.parametrize("case", RATIOS.values(), ids=RATIOS)
def test_a_ratio_is_of_what_was_measured(case: tuple[str, str]) -> None:
    text, name = case
    (found,) = read(text)
    assert (found.outcome, [a.arm for a in found.arms]) == (name, ["lotion", "placebo"])


def test_fewer_people_had_it() -> None:
    (found,) = read("Fewer children had recurrent itch with lotion than with placebo (p = 0.001).")
    assert (found.outcome, found.measure, arms(found)) == (
        "recurrent itch",
        Measure.P_ONLY,
        (("lotion", ""), ("placebo", "")),
    )


def test_people_a_sentence_opens_with_are_its_population() -> None:
    (found,) = read(RATIOS["of whom it holds"][0])
    assert found.population == "people with dry scalps"


def test_a_side_that_opens_the_sentence_is_no_population() -> None:
    (found,) = read("With lotion, scalp mortality was lower than with placebo (risk ratio 0.45, 95% CI 0.20 to 0.88).")
    assert ([a.arm for a in found.arms], found.population) == (["lotion", "placebo"], "")


def test_what_stands_behind_than_is_not_whose_figure_it_is() -> None:
    (found,) = read("Otherwise itch was lower than with placebo (risk ratio 0.45, 95% CI 0.20 to 0.88).")
    assert found.arms == ()
