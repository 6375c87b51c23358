"""Figures in brackets, alone and in lists: the clause says once of what, between whom and which way."""

from __future__ import annotations

import pytest
from findings_help import arms, interval, p, read

OTHER = "comparison group"
PAIRS = {
    "a list behind a verb, the other group unnamed": (
        "Early combers had shorter itching spells (4 versus 6 days, p = 0.003) and lower relapse rates (11% versus "
        "17%).",
        [
            ("itching spells", (("early combers", "4"), (OTHER, "6")), "p = 0.003"),
            ("relapse rates", (("early combers", "11"), (OTHER, "17")), ""),
        ],
    ),
    "one plural for both groups behind the list": (
        "There were no significant differences in the incidence of itch (18 vs 27%, p = 0.16) or rash (15 vs 20%, "
        "p = 0.81) between early and late combing groups.",
        [
            ("incidence of itch", (("early group", "18"), ("late combing group", "27")), "p = 0.16"),
            ("rash", (("early group", "15"), ("late combing group", "20")), "p = 0.81"),
        ],
    ),
    "with and without": (
        "There was no difference in sleep (5 vs 5.5 hours, p = 0.17) between those with and without nits.",
        [("sleep", (("with nits", "5"), ("without nits", "5.5")), "p = 0.17")],
    ),
    "a treatment that acts": (
        "The warm lotion significantly reduced the need for a second visit (24.2% vs 46.9%, p = 0.05) and school "
        "absence "
        "(18.2% vs 40.6%, p = 0.04).",
        [
            ("need for a second visit", (("warm lotion", "24.2"), (OTHER, "46.9")), "p = 0.05"),
            ("school absence", (("warm lotion", "18.2"), (OTHER, "40.6")), "p = 0.04"),
        ],
    ),
    "the group opens the sentence, without a comma": (
        "In NIT group the incidence of itch (18% versus 40%, p = 0.03) and rash (25% versus 48%) were lower.",
        [
            ("incidence of itch", (("NIT group", "18"), (OTHER, "40")), "p = 0.03"),
            ("rash", (("NIT group", "25"), (OTHER, "48")), ""),
        ],
    ),
    "more people of one group": (
        "More children in single rooms required a second treatment (27% vs 9%).",
        [("need for a second treatment", (("children in single rooms", "27"), (OTHER, "9")), "")],
    ),
    "figures against the words": ("Early combers had longer itching spells (4 versus 6 days, p = 0.003).", []),
    "two times of one group": ("Combers had shorter itching spells after combing than before (4 versus 6 days).", []),
}


@pytest.mark.parametrize("name", PAIRS)
def test_each_pair_of_a_list_is_given_to_the_groups_of_its_clause(name: str) -> None:
    text, expected = PAIRS[name]
    assert [(f.outcome, arms(f), p(f)) for f in read(text)] == expected


ESTIMATES = {
    "effects of several sizes, one of them none": (
        "Combing showed a large effect on itch (d = 1.21, 95% CI 0.79 to 1.62), and no effect on sleep (d = 0.27, 95% "
        "CI -0.05 to 0.58).",
        [("itch", ("combing",), "1.21", ("0.79", "1.62")), ("sleep", ("combing",), "0.27", ("-0.05", "0.58"))],
    ),
    "braces": (
        "The analysis showed that the use of warm lotion was independently associated with reduced itch {RR 0.46 [95% "
        "confidence interval (CI) 0.35-0.61], P < 0.001}.",
        [("itch", ("use of warm lotion",), "0.46", ("0.35", "0.61"))],
    ),
    "factors before what they are linked to": (
        "Short combs (hazard ratio [HR] 4.78, 95% CI 1.51-15.17) and weekly combing (HR 5.52, 95% CI 1.72-17.71) were "
        "significantly associated with an increased risk of head sores.",
        [
            ("head sores", ("short combs",), "4.78", ("1.51", "15.17")),
            ("head sores", ("weekly combing",), "5.52", ("1.72", "17.71")),
        ],
    ),
    "a group named with its comparator in brackets": (
        "The combing (versus lotion) group had greater relief [9.1 versus 7.8%, odds ratio (OR) = 1.14, 95% CI = "
        "1.03-1.26].",
        [("relief", ("combing group", "lotion"), "1.14", ("1.03", "1.26"))],
    ),
}


@pytest.mark.parametrize("name", ESTIMATES)
def test_an_estimate_has_the_outcome_and_the_exposure_of_its_clause(name: str) -> None:
    text, expected = ESTIMATES[name]
    found = [(f.outcome, tuple(a.arm for a in f.arms), f.estimate.text, interval(f)) for f in read(text) if f.estimate]
    assert found == expected


def test_what_the_figures_say_is_no_part_of_an_outcome() -> None:
    found = read(
        "Compared with the lotion group, children given combs had longer intervals to the next wash (30.2 vs 26.6 "
        "days; "
        "P=.004), and fewer visits for lice (2.5 vs 3.1; P=.01)."
    )
    assert [f.outcome for f in found] == ["intervals to the next wash", "visits for lice"]


def test_two_times_of_one_group_are_no_arms() -> None:
    text = "Compared with admission, all scores improved at discharge: itch score (68.4±16.3 vs 52.5±13.6; P<.001)."
    assert [f for f in read(text) if len(f.arms) == 2] == []
