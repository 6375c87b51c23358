"""Questions made from sentences of guidelines: which kinds, for whom, and when an answer tells them."""

from __future__ import annotations

import pytest

from benchmarks._advice import Asked, Traits, asked, headed, speaks_of, tells
from benchmarks.advice import cases, held_back


@pytest.mark.parametrize(
    ("sentence", "kind", "person"),
    [
        ("In children of 1 to 4 years with gout, the first choice is ibuprofen for 5 days.", "first", "2 year old"),
        ("In adults with gout and penicillin allergy, the choice is doxycycline.", "allergy", "adult"),
        ("In gout in pregnancy, NICE recommends against colchicine.", "against", "pregnant woman"),
        ("In gout that colchicine has not relieved, NICE recommends prednisolone.", "failed", ""),
        ("In gout, NICE recommends prednisolone when colchicine is not suitable.", "failed", ""),
        ("In severe gout with fever, people should be referred to hospital.", "refer", ""),
        ("In gout, the dose of colchicine is 500 micrograms twice daily.", "dose", ""),
    ],
)
def test_a_sentence_is_asked_about_what_it_advises(sentence: str, kind: str, person: str) -> None:
    assert kind in [way.kind for way in asked(sentence)]
    head = headed(sentence)
    assert head is not None and head.person == person


def test_what_advises_nothing_is_not_asked() -> None:
    assert asked("Gout is caused by crystals.") == []


def test_a_limit_is_asked_by_one_value_within_it() -> None:
    head = headed("In hyperkalaemia with a potassium above 6.5 mmol/l, the first choice is insulin.")
    assert head is not None and "a potassium of 7." in head.of and "6.5" not in head.of


@pytest.mark.parametrize(
    ("said", "asked_of", "clash"),
    [
        ("In acute asthma in adults, A is given.", "child with asthma", "adults"),
        ("In acute asthma in children, A is given.", "asthma in adults", "children"),
        ("In children of 1 to 4 years with asthma, A is given.", "8 year old with asthma", "age"),
        ("In severe gout, A is given.", "mild gout", "severity"),
        ("In gout in pregnancy, A is given.", "gout", "pregnancy"),
        ("In severe gout in adults, A is given.", "adult with severe gout", ""),
    ],
)
def test_what_is_for_others_is_seen(said: str, asked_of: str, clash: str) -> None:
    assert speaks_of(said).clash(Traits.of(asked_of)) == clash


def test_names_figures_and_denial_are_wanted() -> None:
    way = Asked("dose", {}, ("colchicine",), ("500",))
    assert tells("Colchicine 500 micrograms", way) and not tells("Colchicine 1 mg", way)
    against = Asked("against", {}, ("colchicine",))
    assert tells("Colchicine should not be used", against) and not tells("Colchicine is the choice", against)


def test_the_halves_are_fixed_whatever_the_order() -> None:
    first, second = list(cases("1")), list(cases("2"))
    assert len(first) == len(second) > 400
    assert {c.sentence for c in first if held_back(c.record)} == {c.sentence for c in second if c.held_back}
