"""`side effects of A for B`: A is what is given, B is what people have, and the effects are neither."""

from __future__ import annotations

import pytest

from probatum import ask, vocabulary
from probatum.model import Intent, Role


@pytest.mark.parametrize(
    ("typed", "given", "had"),
    [
        ("What are the side effects of mexiletine for cramps?", "mexiletine", "cramps"),
        ("side effects of gabapentin for pain", "gabapentin", "pain"),
        ("adverse effects of metformin in gout", "metformin", "gout"),
    ],
)
def test_what_is_given_and_what_is_had(typed: str, given: str, had: str) -> None:
    made = ask.read(typed, vocabulary=vocabulary.load())
    assert made.intent is Intent.HARM
    assert [c.text for c in made.having(Role.INTERVENTION)] == [given]
    assert [c.text for c in made.having(Role.POPULATION)] == [had]
    assert made.intervention == given


@pytest.mark.parametrize(
    "typed", ["dabigatran capsules how to give", "how is metformin given?", "how to inject heparin"]
)
def test_how_it_is_given_asks_for_the_dose(typed: str) -> None:
    assert ask.read(typed, vocabulary=vocabulary.load()).intent is Intent.DOSING


@pytest.mark.parametrize("typed", ["What are the risks of metformin", "what are the dangers of taking metformin?"])
def test_its_risks_are_no_treatment(typed: str) -> None:
    made = ask.read(typed, vocabulary=vocabulary.load())
    assert made.intent is Intent.HARM and made.intervention == "metformin"


def test_a_low_dose_that_helps_asks_for_no_dose() -> None:
    made = ask.read("does metformin low dose help gout", vocabulary=vocabulary.load())
    assert made.intent is Intent.THERAPY and made.intervention == "low-dose metformin"


def test_giving_up_is_no_giving() -> None:
    assert ask.read("how do I give up smoking", vocabulary=vocabulary.load()).intent is not Intent.DOSING
