"""Ratios of several outcomes under one verb, and changes in time that print a p value alone."""

from __future__ import annotations

import pytest
from findings_help import interval, read

from probatum.model import Direction, Measure


def test_each_ratio_has_its_outcome_and_interval() -> None:
    found = read(
        "The adjusted hazard ratios were 0.80 (95% CI 0.70-0.90) for death, 0.91 (95% CI 0.80-1.10) for sores, and "
        "0.70 (95% CI 0.60-0.85) for itch."
    )
    assert [(f.outcome, f.estimate.text if f.estimate else "", interval(f)) for f in found] == [
        ("death", "0.80", ("0.70", "0.90")),
        ("sores", "0.91", ("0.80", "1.10")),
        ("itch", "0.70", ("0.60", "0.85")),
    ]


@pytest.mark.parametrize(
    ("first", "outcomes"),
    [
        ("readmission-for-decompensated-sores", ["readmission-for-decompensated-sores", "itch"]),
        ("new otorhinolaryngological sores", ["new otorhinolaryngological sores", "itch"]),
        ("lotion versus otorhinolaryngological-combing", []),
    ],
)
def test_an_outcome_of_long_words_is_read_whole(first: str, outcomes: list[str]) -> None:
    found = read(f"The hazard ratios were 0.80 (95% CI 0.70-0.90) for {first}, and 0.70 (95% CI 0.60-0.85) for itch.")
    assert [f.outcome for f in found if f.measure is Measure.HAZARD_RATIO] == outcomes


def test_the_arms_of_such_ratios_open_the_sentence() -> None:
    found = read(
        "With a lower-dose lotion, the hazard ratio versus combing was 1.06 for sores (95% CI 0.95 to 1.19) and 0.63 "
        "for itch (95% CI 0.45 to 0.88)."
    )
    assert {tuple(a.arm for a in f.arms) for f in found} == {("lower-dose lotion", "combing")}


def test_ratios_for_people_or_comparisons_are_left_alone() -> None:
    assert not read(
        "The odds ratio was 1.67 for lotion versus combing (95% CI 1.1 to 2.6) and 1.76 for oil versus combing."
    )


IN_TIME = {
    "a noun of change": ("There was a significant reduction in itch from baseline to week 8 (p < 0.001).", "itch"),
    "a verb of change": ("Itch scores decreased significantly after the intervention (p < 0.001).", "itch scores"),
}


@pytest.mark.parametrize("case", IN_TIME.values(), ids=IN_TIME)
def test_a_change_in_time_is_of_one_group(case: tuple[str, str]) -> None:
    text, name = case
    (found,) = read(text)
    assert (found.outcome, found.measure, found.direction, found.p.kind if found.p else "") == (
        name,
        Measure.P_ONLY,
        Direction.LOWER,
        "within",
    )


def test_a_change_that_may_be_between_groups_is_left_alone() -> None:
    assert not read("There was a significant reduction in itch (p < 0.001).")


def test_two_groups_that_are_held_to_a_third_are_no_comparison() -> None:
    text = "Cure was more frequent in the lotion 2-mg (33.3%, p=0.016) and 4-mg (51.9%, p=0.001) groups versus placebo"
    assert not [f for f in read(f"{text} (3.6%).") if len(f.arms) == 2 and f.p is not None]


def test_an_aside_is_no_part_of_a_name() -> None:
    (found,) = read(
        "Major itch, all of it occipital, occurred in 7 children (4%) with lotion and in 2 children (2%) with combs."
    )
    assert found.outcome == "major itch"
