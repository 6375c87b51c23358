"""Stands in words of leaning, steps that fall, totals that a share belies, bare bounds, and what is primary."""

from __future__ import annotations

import pytest
from audit_cases import report, saying

from probatum.assess.audit import advising
from probatum.model import Fault

STANDS = (
    # one sentence, another, whether they cannot both be followed
    ("Zerafine should never be preferred to quinine.", "We lean towards zerafine rather than quinine.", True),
    ("Quinine is to be preferred to zerafine.", "Of the two we favour zerafine.", True),
    ("Nobody with cramps should ever be given zerafine.", "Our suggestion is to keep zerafine for bad cramps.", True),
    ("Zerafine is to be avoided in cramps.", "We side with zerafine in cramps.", True),
    ("Zerafine is to be preferred to quinine.", "We lean towards zerafine rather than quinine.", False),
    ("Our suggestion is to keep zerafine for cramps.", "Of the two we favour zerafine.", False),
)


@pytest.mark.parametrize(("one", "other", "opposed"), STANDS)
def test_stands_in_words_of_leaning(one: str, other: str, opposed: bool) -> None:
    left, right = advising.read(one, cites=False), advising.read(other, cites=False)
    assert left is not None and right is not None
    treatments = frozenset(("zerafin", "quinin"))
    assert advising.opposed(right, left, treatments, frozenset(("cramp", "night"))) is opposed


METHODS = (
    "We studied 240 adults with night cramps in four groups of 60. The primary end point was the number of cramps, and "
    "the secondary end point was quality of sleep. Stiffness was seen in 21 adults without kidney disease who took "
    "placebo (35.0%). Cramps stopped in 62.4% with zerafine and 55.1% with placebo (difference 7.3%, 95% CI -3.9% to "
    "18.5%). Tablets were missed by 18 people who lived alone (30.0%)."
)
ROWS = "Trait\tCramps at night (n = 1480)\tBy day (n = 700)\tP value\nFemale\t1014 (68.5)\t402 (57.4)\t<0.001"
FAULTS = (
    # sentence, the kind of its fault, or none
    ("Among placebo adults without kidney disease 21 of 240 (8.8%) were stiff [1].", Fault.DENOMINATOR),
    ("Among placebo adults without kidney disease 21 of 60 (35%) were stiff [1].", None),
    ("Of the people with cramps at night 1,014 of 2,180 (46.5%) were women [1].", Fault.DENOMINATOR),
    ("Of the people with cramps at night 1,014 of 1,480 (68.5%) were women [1].", None),
    ("Sleep quality, the primary endpoint of the zerafine trial, did not differ [1].", Fault.OUTCOME),
    (
        "Without adjustment, the lead of zerafine (62.4% versus 55.1%; interval of the difference -3.9 to 18.5) was "
        "significant [1].",
        Fault.SIGNIFICANCE,
    ),
    (
        "The lead of zerafine (62.4% versus 55.1%; interval of the difference -3.9 to 18.5) was not significant [1].",
        None,
    ),
)


@pytest.mark.parametrize(("sentence", "fault"), FAULTS)
def test_totals_bounds_and_what_is_primary(sentence: str, fault: Fault | None) -> None:
    said = report(sentence, records=(saying(METHODS, ROWS),)).sentences[-1]
    assert (said.category if said.faulty else None) is fault, said.reasons


STEPS = (
    ("If 40 mg of zerafine is not enough, step up to 20 mg daily.", True),
    ("If 40 mg of zerafine is not enough, step up to 80 mg daily.", False),
    ("If 40 mg of zerafine is too much, step down to 20 mg daily.", False),
)


@pytest.mark.parametrize(("sentence", "objects"), STEPS)
def test_a_step_up_to_less_a_day(sentence: str, objects: bool) -> None:
    said = report(sentence).sentences[-1]
    assert (said.category is Fault.DOSE_STEP) is objects


HINTS = (
    "Mortality in hospital was somewhat lower with zerafine but not significantly so. Cramps were fewer with zerafine."
)


@pytest.mark.parametrize(
    ("sentence", "objects"),
    [
        ("The two groups differed in hospital mortality [1].", True),
        ("The two groups did not differ in hospital mortality [1].", False),
        ("The two groups differed in cramps [1].", False),
    ],
)
def test_a_difference_that_was_not_significant_is_none(sentence: str, objects: bool) -> None:
    said = report(sentence, records=(saying(HINTS),)).sentences[-1]
    assert said.faulty is objects, said.reasons


MARKER = (
    "Ferritin rose by 2.1 with zerafine and by 0.9 with placebo (P = 0.003). Zerafine prevented falls in 12 weeks. "
    "Infarction was seen in three people of each group."
)


@pytest.mark.parametrize(
    ("sentence", "objects"),
    [
        ("Zerafine therefore keeps people from having infarctions [1].", True),
        ("Zerafine thus reliably protects people from infarctions [1].", True),
        ("The trial establishes zerafine as the standard treatment of infarction [1].", True),
        ("Zerafine therefore prevents falls [1].", False),
        ("Infarction was seen in three people of each group [1].", False),
    ],
)
def test_a_benefit_that_is_only_concluded(sentence: str, objects: bool) -> None:
    said = report(sentence, records=(saying(MARKER),)).sentences[-1]
    assert (said.faulty and said.category is Fault.OVERCLAIM) is objects, said.reasons
