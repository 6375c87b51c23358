"""Shares of people who did not do something, who had more or less than so much of it, or whom something led to it."""

from __future__ import annotations

import pytest
from findings_help import read

SHARES = {
    "what was not done": ("Of 211 children with nits, 68 (32.3%) did not receive combing.", "not receiving combing"),
    "a state that was not": ("Of 40 children, 12 (30%) were not treated with lotion.", "not being treated with lotion"),
    "a limit before": (
        "After a year, 21 of 31 children (68%) had louse counts less than 500 nits/comb.",
        "louse counts less than 500 nits/comb",
    ),
    "a limit in per cent": (
        "Fifty percent of children had greater than 80% itch relief (p < 0.001).",
        "greater than 80% itch relief",
    ),
    "a limit behind": (
        "Overall, 52.9% of children scored 5 or more points on ITCH-15.",
        "scoring 5 or more points on ITCH-15",
    ),
    "what is their own": (
        "Overall, 40% cited the lotion as a trigger for their itch.",
        "citing the lotion as a trigger for their itch",
    ),
    "a state with what it is with": (
        "Overall, 91% of children were extremely satisfied with the new comb.",
        "being extremely satisfied with the new comb",
    ),
    "a response that was significant": (
        "At the visit, 10 (83.3%) children demonstrated a significant scalp response.",
        "significant scalp response",
    ),
    "a state with its bound": ("The itch score was elevated (≥15 points) in 49% of children.", "elevated itch score"),
    "what it was attributed to": ("Refusal was attributed to smell in 76% of children.", "refusal attributed to smell"),
    "what was withheld": (
        "The second lotion was withheld in three (10%) of 30 children.",
        "withholding of second lotion",
    ),
    "what it led to": ("Combing led to a change in management in 28/36 (78%) children.", "change in management"),
    "what a test showed": ("Dermoscopy detected nits in 40% of children.", "detection of nits"),
}


@pytest.mark.parametrize("case", SHARES)
def test_the_share_is_called_by_all_that_was_done(case: str) -> None:
    text, name = SHARES[case]
    assert [(f.outcome, f.measure.value) for f in read(text)] == [(name, "percentage")]


NONE = {
    "how they came into the study": "Of 90 children, 12 (13%) were not included in the trial.",
    "the treatment that was assigned": "Of 90 children, 12 (13%) did not receive the allocated treatment.",
    "a bound of the share itself": "Some 5% or more of the children had itch.",
    "a state without its verb": "The poll claims 38.6% of children to be dissatisfied with their lotion.",
    "nobody acted": "We improved itch in 40% of children.",
}


@pytest.mark.parametrize("case", NONE)
def test_other_shares_are_left(case: str) -> None:
    assert read(NONE[case]) == ()


def test_to_be_spared_a_harm_is_no_harm() -> None:
    (spared,) = read("Of 40 children, 12 (30%) did not have adverse events.")
    assert (spared.outcome, spared.harm) == ("not having adverse events", False)


MORE = {
    "what they said": (
        "In all, 98% of nurses stated that they did not use combs for their patients.",
        "stating that they did not use combs for their patients",
    ),
    "said before the next figure": (
        "Some said no; 89.8% believed that lotion may not be safe and 63% of nurses used it.",
        "believing that lotion may not be safe",
    ),
    "what was valued by them": (
        "Reducing the number of visits was valued by 92% of parents.",
        "reducing the number of visits valued",
    ),
    "what it was considered by them": (
        "Combing was considered an acceptable way by 99% (95/96) of parents.",
        "combing considered an acceptable way",
    ),
    "a definition beside the name": ("Itch (score above 3) was found in 59.8% of the overall sample.", "itch"),
    "the commonest": ("Itch was the most common symptom (62.9%).", "itch"),
    "the commonest of a kind": ("The nape was the most common site of nits (69.5%).", "the nape as a site of nits"),
    "a majority": ("The majority (78%) of the offenders did not comb their hair.", "not combing their hair"),
    "about half": ("Almost half of the children (48.4%) had to undergo combing.", "having to undergo combing"),
    "a score": ("Of the 9 children, 5 (60%) had a severity score of 2.", "severity score of 2"),
}


@pytest.mark.parametrize("case", MORE)
def test_what_people_said_and_did_is_called_by_its_own_words(case: str) -> None:
    text, name = MORE[case]
    assert [f.outcome for f in read(text)][:1] == [name]


CUT = {
    "a clause whose end was a figure": "Most parents (73%) reported that their satisfaction had dropped to 58%.",
    "a score of nothing": "Of the 9 children, 5 (60%) had a score of 2.",
    "what they declared and did not say": "Overall, 87% declared their wish to comb both before and after the visit.",
    "a limit that was cut off": "Some 77% came, and 20% were delayed longer than 12 weeks.",
    "how old they were": "Nearly 84% of the nurses were between ages 26 and 50.",
}


@pytest.mark.parametrize("case", CUT)
def test_half_of_a_saying_is_left(case: str) -> None:
    assert read(CUT[case]) == ()
