"""Shares of one group: the subject of its clause, its end, or behind the members of a list."""

from __future__ import annotations

import pytest
from findings_help import read

SHARES = {
    "what was done to them": (
        "Combing was initiated in 90/142 (63%) children.",
        [("initiation of combing", "63", "90")],
    ),
    "what we found": ("We detected nits in 34 children (11.3%).", [("nits", "11.3", "34")]),
    "two clauses": (
        "Early combing was provided in 34/90 (38%) while delayed itching occurred in 56/90 (62%).",
        [("provision of early combing", "38", "34"), ("delayed itching", "62", "56")],
    ),
    "the people are told before": ("Among 3,154 children, 389 (12%) were allergic.", [("being allergic", "12", "389")]),
    "the share closes the clause": (
        "However, 14 had rash (7.0%), and 22 had head sores (11.0%).",
        [("rash", "7.0", "14"), ("head sores", "11.0", "22")],
    ),
    "part of the people": (
        "A small proportion of young children were admitted to hospital (3.8%).",
        [("being admitted to hospital", "3.8", "")],
    ),
    "the share stands behind the people": (
        "Only 16 children with itch (12.6%) had confirmed nits.",
        [("confirmed nits", "12.6", "16")],
    ),
    "what they had was established before": (
        "Of the children, 25.1% had established head sores even though 9% were combed.",
        [("established head sores", "25.1", "")],
    ),
    "most is no third": ("The majority of children were free of nits (n=92, 31.9%).", []),
    "a list of reasons": (
        "The main reasons for stopping were cost (37%), and smell (24%).",
        [("cost as a reason", "37", ""), ("smell as a reason", "24", "")],
    ),
    "a list before its verb": (
        "Dry scalp 103 (62.0%) and broken combs 75 (45.2%) were the most common causes.",
        [("dry scalp as a cause", "62.0", "103"), ("broken combs as a cause", "45.2", "75")],
    ),
    "one after the other without a verb": (
        "Cure was achieved in 45 children (30%), relief in 60 (40%), and regrowth in 30 (20%).",
        [("cure", "30", "45"), ("relief", "40", "60"), ("regrowth", "20", "30")],
    ),
    "the commonest of them": (
        "The most common complaint was itch, in 40 children (52%).",
        [("itch", "52", "40")],
    ),
    "a percentage of the people": (
        "A sizable percentage (17.9%) of children reported sleep loss.",
        [("sleep loss", "17.9", "")],
    ),
    "a state": ("The scalp test was positive in 13 of 15 (87%) children.", [("positive scalp test", "87", "13")]),
    "who died": (
        "Twelve children (15%) developed sores, and 3 (4%) died.",
        [("sores", "15", "Twelve"), ("death", "4", "3")],
    ),
    "what the sample was": ("Of these, 7 (15%) were clinical studies and 6 (13%) were reviews of literature.", []),
}


@pytest.mark.parametrize("name", SHARES)
def test_a_share_is_of_what_its_clause_says(name: str) -> None:
    text, expected = SHARES[name]
    told = [
        (f.outcome, a.value.text if a.value else "", a.events.text if a.events else "")
        for f in read(text)
        for a in f.arms
    ]
    assert told == expected


def test_a_share_has_the_numbers_behind_its_group() -> None:
    (found,) = read(
        "Relief occurred in 68% of the children given lotion (107 of 158 children) and in 67% of children given combs "
        "(106 of 159 children)."
    )
    counts = [(a.arm, a.events and a.events.text, a.denominator and a.denominator.text) for a in found.arms]
    assert counts == [("lotion", "107", "158"), ("combs", "106", "159")]


def test_the_p_value_of_one_bracket_is_not_that_of_the_next() -> None:
    found = read("Risk factors for relapse were long hair (P = 0.038, OR 1.6) and shared hats (P = 0.008, OR 1.9).")
    assert [(f.arms[0].arm, f.p and f.p.text) for f in found] == [
        ("long hair", "p = 0.038"),
        ("shared hats", "p = 0.008"),
    ]


def test_many_times_in_a_row_are_read_in_a_moment() -> None:
    assert read("Itch was seen " + "at 2 weeks, " * 60 + "in 12% of children.") is not None
