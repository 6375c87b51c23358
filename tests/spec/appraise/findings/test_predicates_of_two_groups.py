"""Shares of two groups under a verb: what befell the people is named by the noun of the verb; nothing else is."""

from __future__ import annotations

import pytest
from findings_help import arms, read

TWO = {
    "what was done, with its aim": (
        "Combing was delayed by more than 7 days in 18 of 23 children (78%) in the lotion group compared with ten "
        "(43%) in the combing group (p = 0.03).",
        "delay of combing by more than 7 days",
        {("lotion group", "78"), ("combing group", "43")},
    ),
    "what ended": (
        "Itching ceased by the third day in 40 (80%) who received lotion compared with 19 (38%) who had placebo.",
        "cessation of itching by the third day",
        {("lotion", "80"), ("placebo", "38")},
    ),
    "a noun made by rule": (
        "Lice were eliminated from the scalp in 20 of 24 children (83%) on lotion versus 9 of 25 (36%) on placebo.",
        "elimination of lice from the scalp",
        {("lotion", "83"), ("placebo", "36")},
    ),
    "after something": (
        "The bald patch was enlarged in 11 of 17 children after shaving compared with two of 15 after sham shaving.",
        "enlargement of the bald patch",
        {("shaving", "11"), ("sham shaving", "two")},
    ),
    "the verb behind both": (
        "After all combing, 82% of the children in group A and 98% of those in group B had been rendered lice free.",
        "being rendered lice free",
        {("group A", "82"), ("group B", "98")},
    ),
    "who left": (
        "Two participants taking lotion and 4 taking placebo withdrew from the study due to burning (p = 0.67).",
        "withdrawal",
        {("lotion", "Two"), ("placebo", "4")},
    ),
    "the first group opens": (
        "Of children assigned to lotion, 80% completed the course compared with 69% assigned to placebo (p < 0.001).",
        "completion of the course",
        {("lotion", "80"), ("placebo", "69")},
    ),
    "the numbers behind the people": (
        "Overall, 73% of children (8/11) randomly assigned to lotion had relief, compared with 25% (3/12) "
        "among placebo children (p = 0.04).",
        "relief",
        {("lotion", "73"), ("placebo", "25")},
    ),
    "what a test showed": (
        "Combs showed nits in 17 children in the lotion group and 16 children in the placebo group (p = 0.48).",
        "nits",
        {("lotion group", "17"), ("placebo", "16")},
    ),
}


@pytest.mark.parametrize("name", TWO)
def test_two_groups_under_a_verb(name: str) -> None:
    text, outcome, expected = TWO[name]
    (found,) = read(text)
    assert found.outcome.startswith(outcome)
    assert set(arms(found)) == expected


NONE = {
    "a second share without a group": (
        "In the end 71% of children who had lotion reported severe itching and 52% severe soreness.",
        "severe soreness",
    ),
    "how many there were": (
        "200 pupils took part, with 74 pupils in the lotion group and 65 in the placebo group.",
        "pupils",
    ),
    "two holders of one rate": (
        "The first visit had an attendance rate of 41%, and the second visit had an attendance rate of 60%.",
        "attendance rate",
    ),
}


@pytest.mark.parametrize("name", NONE)
def test_figures_without_a_group_of_their_own(name: str) -> None:
    text, word = NONE[name]
    for found in read(text):
        assert word not in found.outcome
        assert all(word not in arm.arm for arm in found.arms)


ONE = {
    "a participle of the noun": ("60% of the children had associated sores.", "associated sores"),
    "had, with a participle that is no rule": ("In all, 27 (21%) had undergone shaving.", "undergoing shaving"),
    "its cause": ("82% of children sustained cuts due to shaving.", "cuts due to shaving"),
    "its end": ("The devices were activated in 29 children (23%).", "activation of the devices"),
}


@pytest.mark.parametrize("name", ONE)
def test_one_group(name: str) -> None:
    text, outcome = ONE[name]
    (found,) = read(text)
    assert found.outcome.replace("the ", "") == outcome.replace("the ", "")


WHOLE = {
    "two things they had": ("In all, 47% of children had itching and redness.", [("itching and redness", "47")]),
    "two deeds": ("In all, 47% of children had itching and were combed.", [("itching", "47")]),
    "the next figure": ("In all, 47% of children had itching and 12% redness.", [("itching", "47")]),
    "what they were found to be": (
        "In all, 37% of children were found to be at risk of baldness.",
        [("being at risk of baldness", "37")],
    ),
    "what they reported using": ("In all, 78% of children reported using metal combs.", [("use of metal combs", "78")]),
    "a bracket behind the people": (
        "In all, 86% of children (n = 43) noticed mild itching.",
        [("noticing mild itching", "86")],
    ),
    "no state without its place": ("In all, 32% of children were based in the north.", []),
    "more than a hundred in words": ("One hundred two children (61%) were free of nits.", []),
}


@pytest.mark.parametrize("name", WHOLE)
def test_the_whole_of_what_they_had(name: str) -> None:
    text, expected = WHOLE[name]
    found = read(text)
    assert [(f.outcome, arms(f)[0][1]) for f in found] == expected
    assert all(arm.events is None or arm.events.value != 2 for f in found for arm in f.arms)


def test_a_list_that_did_not_differ_is_a_finding_of_each() -> None:
    found = read("Comb size, hair length, sores, sleep loss and absence did not differ between groups (all p > 0.05).")
    assert [f.outcome for f in found][1:] == ["hair length", "sores", "sleep loss", "absence"]
