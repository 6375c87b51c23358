"""Stopping a medicine that nobody should stop at once is warned of first; other words of stopping are not."""

from __future__ import annotations

import pytest

from probatum.apply.replies import danger
from probatum.ask.danger import read_danger
from probatum.ask.danger.stopping import medicines
from probatum.model import Question

STOPPED = [
    ("can i stop my apixaban before i get a tooth pulled", "apixaban on their own"),
    ("i ran out of metoprolol for 4 days", "metoprolol on their own"),
    ("should warfarin be stopped before a colonoscopy", "warfarin on their own"),
    ("can my mum skip her blood thinner for a weekend", "blood thinner on their own"),
    ("is it ok to stop prednisolone after 2 months", "prednisolone on their own"),
    ("quit oxycodone cold turkey", "oxycodone on their own"),
    ("thinking of binning my xanax", "xanax on their own"),
    ("i want to stop clonidine", "clonidine on their own"),
    ("stopped taking levetiracetam last week", "levetiracetam on their own"),
    ("dad is on rivaroxaban and has a dentist appointment, does he stop it", "rivaroxaban on their own"),
    ("i take warfarin and my tooth comes out friday, can I stop it", "warfarin on their own"),
]


@pytest.mark.parametrize(("typed", "told"), STOPPED)
def test_stopping_is_warned_of_with_whose_rule_it_is(typed: str, told: str) -> None:
    found = read_danger(typed)
    assert found.kind == "stopping"
    assert found.sign.startswith(told) and found.sign.endswith(")")
    said = danger.said(Question(typed=typed, read=typed, danger=found.kind, sign=found.sign))
    assert said.startswith(f"Nobody should stop {told}") and "prescriber" in said


@pytest.mark.parametrize(
    "typed",
    [
        "does propranolol stop tremor",
        "does tranexamic acid stop bleeding",
        "how to taper prednisolone",
        "apixaban or warfarin for atrial fibrillation",
        "can i stop my antibiotics early",
        "does diazepam stop a seizure",
        "stopping smoking with varenicline",
        "trials of stopping aspirin",
        "does propranolol stop it",
        "i bleed from the nose on apixaban, how do i stop it",
    ],
)
def test_other_words_of_stopping_raise_no_warning(typed: str) -> None:
    assert read_danger(typed).kind == ""


def test_every_entry_says_where_it_was_read() -> None:
    assert all(one.source and one.read and one.names for one in medicines())
