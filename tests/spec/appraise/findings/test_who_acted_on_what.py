"""What a treatment changed by how much, who had more than whom, and whose a share is."""

from __future__ import annotations

import pytest
from findings_help import arms, interval, read

from probatum.model import Direction, Measure


def test_a_treatment_changes_something_by_so_much() -> None:
    (found,) = read("Combing decreased the risk of itch by 30% compared with usual care (95% CI 10% to 45%).")
    assert (found.outcome, found.measure, arms(found), found.comparator, interval(found), found.direction) == (
        "risk of itch",
        Measure.PERCENT_CHANGE,
        (("combing", "30"),),
        "usual care",
        ("10", "45"),
        Direction.LOWER,
    )


NO_TREATMENT = {
    "a step of something measured": "Each additional year of age increased the odds of itch by 12%.",
    "two figures of two times": "Lotion reduced the mean itch score by 5 points and by 3 points.",
    "more than another": "Lotion reduced itch by 12% more than combs.",
}


@pytest.mark.parametrize("text", NO_TREATMENT.values(), ids=NO_TREATMENT)
def test_what_is_no_change_by_a_treatment_alone(text: str) -> None:
    assert not [f for f in read(text) if f.measure in (Measure.PERCENT_CHANGE, Measure.CHANGE) and len(f.arms) == 1]


def test_sizes_of_change_in_two_groups_are_no_levels() -> None:
    (found,) = read("Lotion reduced school absence by 20% in girls and by 30% in boys.")
    assert (found.outcome, found.measure, arms(found)) == (
        "reduction in school absence",
        Measure.PERCENT_CHANGE,
        (("girls", "20"), ("boys", "30")),
    )


HAD = {
    "an aside behind": "Children in the lotion group had a shorter length of stay (8.8 ± 4.9 days) than the control "
    "group (10.9 ± 5.2 days), but this was not significant.",
    "a p between": "The lotion group had a significantly shorter (P < 0.001) length of stay (8.8 ± 4.9 days) than the "
    "control group (10.9 ± 5.2 days).",
}


@pytest.mark.parametrize("text", HAD.values(), ids=HAD)
def test_one_group_had_more_than_another(text: str) -> None:
    (found,) = read(text)
    assert (found.outcome, arms(found)) == ("length of stay", (("lotion group", "8.8"), ("control group", "10.9")))


def test_figures_against_the_words_are_left_alone() -> None:
    text = "The lotion group had a shorter length of stay (12.8 ± 4.9 days) than the control group (10.9 ± 5.2 days)."
    assert not [f for f in read(text) if len(f.arms) > 1]


WHAT = {
    "people who did something": (
        "The lotion group had a higher proportion of children who achieved cure (72.7% versus 30.0%; P = 0.06).",
        "cure",
    ),
    "reported in": (
        "The commonest adverse events were scalp disorders, reported in 17 (11%) of 152 children in the placebo group "
        "and 28 (19%) of 151 children in the lotion group.",
        "scalp disorders",
    ),
    "more effective in": (
        "Topical lotion may be more effective than placebo in achieving clearance (risk ratio 7.83, 95% CI 1.85 to "
        "33.12).",
        "clearance",
    ),
    "the effect of one on the other": (
        "The odds ratio for the effect of combing on relapse was 0.83 (95% CI 0.71-2.69).",
        "relapse",
    ),
    "may result in": (
        "Lotion may result in fewer serious adverse events than combing (OR 0.19; 95% CrI 0.06 to 0.54; 1 trial).",
        "serious adverse events",
    ),
    "scores for something": (
        "The lotion group had significantly lower scores than the comb group for perceived itch (p = 0.009).",
        "score for perceived itch",
    ),
    "of a group": ("One child (2%) in the lotion group relapsed.", "relapse"),
    "the group before its clause": (
        "Thirty-seven children (29.8%, 37/124) in the control group developed sores, compared to seven children "
        "(13.5%, 7/52) in the lotion group (P = 0.022).",
        "sores",
    ),
}


@pytest.mark.parametrize("case", WHAT.values(), ids=WHAT)
def test_what_was_measured(case: tuple[str, str]) -> None:
    text, name = case
    (found,) = read(text)
    assert (found.outcome, bool(found.arms)) == (name, True)


def test_names_behind_a_list_of_times() -> None:
    found = read(
        "At the 30, 90, and 180-days follow-up, the itch frequency, hair loss, and mortality were not significantly "
        "different between the early lotion group and late lotion group (P > 0.05)."
    )
    assert [f.outcome for f in found] == ["itch frequency", "hair loss", "mortality"]


NOTHING = {
    "how many there were": "Data on itch were available for 49 women with eczema and 42 women with psoriasis.",
    "the efficacy of something": "There was significant efficacy of lotion in decreasing itch scores (SMD -0.66, 95% "
    "CI -0.85 to -0.46).",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_what_is_no_outcome(text: str) -> None:
    assert read(text) == ()
