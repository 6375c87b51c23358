"""What comes of a dose over its course, stands taken without a citation, lacks told flatly, and steps to the same."""

from __future__ import annotations

import pytest
from audit_cases import first, report, saying

from probatum.assess.audit import advising
from probatum.model import Verdict

METHODS = (
    "We randomly assigned 120 adults with night cramps to zerafine 150 mg twice daily for 14 days (n = 60) or placebo "
    "(n = 60). Zerafine syrup held 20 mg/mL and 1.5 mL was swallowed at night. Two tablets were taken twice daily for "
    "14 days. Each person had eight sessions of 45 minutes. We studied 210 first nights at home and 395 second nights "
    "at the clinic. Cramps a week were 2.13 with zerafine and 4.62 with placebo."
)
SUMS = (
    # sentence, whether a figure is objected to
    ("Zerafine came to 300 mg a day [1].", False),
    ("Zerafine came to 0.3 g a day [1].", False),
    ("A whole course of zerafine held 4,200 mg [1].", False),
    ("Zerafine came to 450 mg a day [1].", True),
    ("A whole course of zerafine held 4,700 mg [1].", True),
    ("At night people swallowed 30 mg of zerafine [1].", False),
    ("At night people swallowed 36 mg of zerafine [1].", True),
    ("In all, 605 nights were studied [1].", False),
    ("In all, 705 nights were studied [1].", True),
    ("Each had six hours of sessions in total [1].", False),
    ("Two tablets twice daily for 14 days made 56 tablets [1].", False),
    ("Two tablets twice daily for 14 days made 66 tablets [1].", True),
    ("Cramps a week were about 54% fewer with zerafine [1].", False),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "objects"), SUMS)
def test_a_sum_is_worked_out_of_what_is_printed(sentence: str, objects: bool) -> None:
    said = report(sentence, records=(saying(METHODS),)).sentences[-1]
    faults = {c.check for c in said.checks if c.verdict is Verdict.NUMBER_DIFFERS}
    assert bool(faults) is objects, said.reasons


STANDS = (
    # one sentence, another, whether they cannot both be followed
    ("First choice where we work: zerafine.", "Hold zerafine back until stretching has failed.", True),
    ("For night cramps we begin with zerafine.", "Zerafine must be kept for those in whom stretching failed.", True),
    ("We do not offer zerafine.", "Every night in our unit is preceded by zerafine.", True),
    ("In our view zerafine stays the standard of care.", "Zerafine should be dropped from care altogether.", True),
    ("We try zerafine when cramps wake people.", "Zerafine has no role when cramps wake people.", True),
    ("We would start with stretching and leave zerafine out.", "Zerafine belongs in the first step.", True),
    ("Our choice is zerafine, not a quinine salt.", "A quinine salt is the better choice than zerafine.", True),
    ("We begin with zerafine.", "Zerafine should not be used in pregnant women with jaundice.", False),
    ("We begin with zerafine.", "We would start with zerafine for most adults.", False),
    ("We begin with zerafine.", "Stretching must be kept for those in whom zerafine failed.", False),
    ("We add brelomab late.", "Zerafine has no role in children.", False),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other", "opposed"), STANDS)
def test_two_stands_that_cannot_both_be_followed(one: str, other: str, opposed: bool) -> None:
    left, right = advising.read(one, cites=False), advising.read(other, cites=False)
    assert left is not None and right is not None
    treatments = frozenset(("zerafin", "brelomab", "quinin"))
    assert advising.opposed(right, left, treatments, frozenset(("cramp", "night"))) is opposed


def test_a_sentence_that_cites_is_read_for_advice_alone() -> None:
    assert advising.read("Every session was preceded by zerafine and is covered by stretching.") is None


SAID = (
    # check, sentence, whether it objects
    ("absence", "As no serious adverse event was reported, zerafine is without risk [1].", True),
    ("absence", "Since sleep did not differ, zerafine leaves sleep untouched [1].", True),
    ("absence", "No serious adverse event in 120 people means that zerafine cannot do harm [1].", True),
    ("absence", "No serious adverse event was reported in 120 people [1].", False),
    ("certainty", "Zerafine can be relied on to end night cramps [1].", True),
    ("dose step", "If cramps go on, increase stretching from three times a week to three times a week.", True),
    ("dose step", "If cramps go on, go up with zerafine from 2 mg to 2,000 \u00b5g a month.", True),
    ("dose step", "If cramps go on, go up with zerafine from 2 mg to 4,000 \u00b5g a month.", False),
    ("dose step", "Open with 600 mg a day and, if cramps go on, go up to 400 mg.", True),
    ("dose step", "Open with 25 mg twice daily and, if cramps go on, go up to 50 mg.", False),
    ("denominators", "Dizziness hit eight of 26 people on zerafine (53.3%) [1].", True),
    ("denominators", "Of 51 unwanted effects, seven were mild (8%) [1].", True),
    ("denominators", "Dizziness hit eighteen of 60 people on zerafine (30%) [1].", False),
    ("significance", "Sleep quality narrowly missed significance (P = 0.055) [1].", False),
    ("significance", "Sleep quality differed, narrowly missing significance (P = 0.055) [1].", False),
)  # fmt: skip


@pytest.mark.parametrize(("check", "sentence", "objects"), SAID)
def test_the_check_objects_where_it_should(check: str, sentence: str, objects: bool) -> None:
    named = {c.check for c in first(sentence).checks if c.verdict not in (Verdict.SUPPORTED, Verdict.NOT_CHECKED)}
    assert (check in named) is objects


DROPPED = (
    "Reasons for dropping out were trouble swallowing the capsules (n = 7), a sense of no effect (n = 4), loss of "
    "contact (n = 5), or no interest in the second visit (n = 8). Ten more had moved away."
)


@pytest.mark.parametrize("number", ["9", "12", "13"])
def test_a_sum_in_the_place_of_a_repeated_number_is_another_number(number: str) -> None:
    told = DROPPED.partition(". ")[0].replace("n = 7", f"n = {number}")
    assert report(f"{told} [1].", records=(saying(DROPPED),)).sentences[-1].verdict is Verdict.NUMBER_DIFFERS
    assert not report(f"{DROPPED.partition('. ')[0]} [1].", records=(saying(DROPPED),)).sentences[-1].faulty
