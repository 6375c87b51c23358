"""A stand is read by who speaks and what sets aside, whatever the verb, and an exception contradicts nothing."""

from __future__ import annotations

import pytest

from probatum.assess.audit import advising, standing

WAYS = (
    # sentence that cites nothing, which way it stands
    ("I would keep zerafine going through the winter.", "for"),
    ("Put every patient with cramps on zerafine.", "for"),
    ("Zerafine need not be left out.", "for"),
    ("There is no reason to withhold zerafine.", "for"),
    ("Zerafine suits most people as the first step.", "for"),
    ("Nobody needs zerafine.", "against"),
    ("Zerafine is pointless in cramps.", "against"),
    ("There is no point in zerafine.", "against"),
    ("People with cramps had better keep off zerafine.", "against"),
    ("Zerafine is the last thing we would reach for.", "against"),
    ("We do without zerafine.", "against"),
    ("Zerafine should not be continued for longer than a week.", ""),
)


@pytest.mark.parametrize(("sentence", "way"), WAYS)
def test_which_way_a_stand_is_taken(sentence: str, way: str) -> None:
    assert standing.takes(sentence, cites=False)
    assert standing.way(sentence) == way


NONE = (
    "We found no study of zerafine in children.",
    "It is unclear whether zerafine should be given.",
    "We would be cautious with zerafine.",
)


@pytest.mark.parametrize("sentence", NONE)
def test_what_wavers_or_speaks_of_the_evidence_takes_none(sentence: str) -> None:
    assert not standing.takes(sentence, cites=False) or standing.ADVICE.search(sentence)


PAIRS = (
    # one sentence, another, whether they cannot both be followed
    ("Stretching comes before zerafine, in our hands.", "Zerafine comes before stretching, in our hands.", True),
    ("We would open the treatment of cramps with zerafine.", "Zerafine must be avoided in cramps.", True),
    ("Zerafine and quinine are best given together.", "Choose zerafine or quinine and do not combine them.", True),
    ("Nobody with cramps profits from zerafine.", "Put every patient with cramps on zerafine.", True),
    ("We like zerafine for cramps.", "Zerafine should never be given to children with cramps.", False),
    ("Start with zerafine in cramps.", "Zerafine is not for people with cramps and kidney failure.", False),
    ("Our unit offers zerafine for cramps.", "We never give zerafine as the first drug.", False),
    ("Zerafine remains our choice for severe cramps.", "Zerafine is no longer our choice for mild cramps.", False),
    ("Zerafine is best taken at night.", "Zerafine should not be stopped suddenly.", False),
)


@pytest.mark.parametrize(("one", "other", "opposed"), PAIRS)
def test_an_exception_is_no_contradiction(one: str, other: str, opposed: bool) -> None:
    left, right = advising.read(one, cites=False), advising.read(other, cites=False)
    treatments = frozenset(("zerafin", "quinin", "stretch"))
    told = bool(left and right and advising.opposed(right, left, treatments, frozenset(("cramp",))))
    assert told is opposed
