"""Spelling: nearest known words; slips that keep the sound cost half."""

from __future__ import annotations

import pytest

from probatum.vocabulary import load
from probatum.vocabulary.spelling import distance

V = load()


@pytest.mark.parametrize(
    ("typed", "known", "cost"),
    [
        ("warfarin", "warfarin", 0.0),
        ("warfrin", "warfarin", 1.0),
        ("wafrarin", "warfarin", 0.75),
        ("warfatin", "warfarin", 0.75),
        ("mexilitine", "mexiletine", 0.5),
        ("mycofenolate", "mycophenolate", 0.0),
        ("allopurinoll", "allopurinol", 0.5),
        ("barfarin", "warfarin", 1.25),
    ],
)
def test_distance(typed: str, known: str, cost: float) -> None:
    assert distance(typed, known) == cost


@pytest.mark.parametrize(
    ("typed", "best", "kind"),
    [
        ("mexilitine", "mexiletine", "drug"),
        ("mycofenolate", "mycophenolate", "drug"),
        ("warfrin", "warfarin", "drug"),
        ("menigitis", "meningitis", "medical"),
        ("hemmroids", "hemorrhoids", "medical"),
    ],
)
def test_nearest(typed: str, best: str, kind: str) -> None:
    found = V.suggest(typed)[0]
    assert (found.name, found.kind) == (best, kind)


@pytest.mark.parametrize("typed", ["", "ab", "x" * 500, "qzxwvjkq"])
def test_nothing_is_near(typed: str) -> None:
    assert V.suggest(typed) == ()
