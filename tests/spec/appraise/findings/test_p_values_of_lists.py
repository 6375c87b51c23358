"""Comparisons told by p values alone: in lists, with one side named, with one p value for all."""

from __future__ import annotations

import pytest
from findings_help import arms, p, read

from probatum.appraise.findings.arms import valid
from probatum.model import Direction

LOW, HIGH, NONE = Direction.LOWER, Direction.HIGHER, Direction.NONE_DETECTED
LOTION = (("lotion group", ""), ("comparison group", ""))
BOTH = (("lotion group", ""), ("comb group", ""))

CASES = {
    "one side is named, and the words say which way": (
        "The lotion group had fewer bites (p = 0.03) and sores (p = 0.04).",
        [("bites", LOTION, "p = 0.03", LOW), ("sores", LOTION, "p = 0.04", LOW)],
    ),
    "behind the list": (
        "Red patches (P=0.007) and head sores (P=0.002) were less frequent in the lotion group.",
        [("red patches", LOTION, "p = 0.007", LOW), ("head sores", LOTION, "p = 0.002", LOW)],
    ),
    "one bound for several": (
        "The lotion group had lower itch scores, sleep loss, and school absence than the comb group (all p < 0.01).",
        [
            ("itch scores", BOTH, "p < 0.01", LOW),
            ("sleep loss", BOTH, "p < 0.01", LOW),
            ("school absence", BOTH, "p < 0.01", LOW),
        ],
    ),
    "no difference in several": (
        "There were no differences in itch scores, sleep loss, or school absence between the two groups (p > 0.05).",
        [
            ("itch scores", (), "p > 0.05", NONE),
            ("sleep loss", (), "p > 0.05", NONE),
            ("school absence", (), "p > 0.05", NONE),
        ],
    ),
    "adjectives share a noun": (
        "There was no difference in recovery of the anterior, middle and posterior scalp between groups (p > 0.05).",
        [("recovery of the anterior, middle and posterior scalp", (), "p > 0.05", NONE)],
    ),
    "not different, and each with its p": (
        "Values for scalp width (P = .36) and itch (P = .09) were not significantly different between groups.",
        [("scalp width", (), "p = .36", NONE), ("itch", (), "p = .09", NONE)],
    ),
    "two groups by a letter": (
        "The incidence of itch was higher in Group P compared to that of Group E (P = 0.012).",
        [("incidence of itch", (("Group P", ""), ("Group E", "")), "p = 0.012", HIGH)],
    ),
    "who received it": (
        "The children who received lotion had lower levels of lice (P < 0.01) and itch (P = 0.03) than the comb group.",
        [
            ("levels of lice", (("lotion", ""), ("comb group", "")), "p < 0.01", LOW),
            ("itch", (("lotion", ""), ("comb group", "")), "p = 0.03", LOW),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_each_outcome_has_its_p_value_and_its_sides(name: str) -> None:
    text, expected = CASES[name]
    assert [(f.outcome, arms(f), p(f), f.direction) for f in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Itch was lower than that in the comb group (p = 0.02).",  # the named side is the one compared with
        "Itch improved in the lotion group (p = 0.02).",  # perhaps in time
        "Long hair was associated with more itch (p = 0.02) and sores (p = 0.03).",
    ],
)
def test_no_second_side_is_implied_where_the_words_leave_it_open(text: str) -> None:
    assert "comparison group" not in [a.arm for f in read(text) for a in f.arms]


def test_an_observed_group_is_no_control() -> None:
    (found,) = read("Itch was lower in the observation group than in the control group (p = 0.02).")
    assert [a.control for a in found.arms] == [False, True]


@pytest.mark.parametrize("name", ["who", "of whom", "the greatest", "participants who with middle"])
def test_a_pronoun_names_no_group(name: str) -> None:
    assert not valid(name)
