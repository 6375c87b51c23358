"""Who is expecting or speaks of an unborn child is pregnant, and no baby is the patient."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.model import Intent


@pytest.mark.parametrize(
    "typed",
    [
        "my wife is expecting and was given doxycycline, is it ok for the baby",
        "does lithium harm the unborn baby",
        "expecting mum on ramipril",
        "am 5 months gone, can i have doxycycline",
        "can ibuprofen be used by pregnant women",
        "pt 20/40, wants topiramate. ok?",
        "G2P1 12/40 on sertraline, continue?",
    ],
)
def test_the_mother_is_asked_about(typed: str) -> None:
    read = ask.read(typed)
    assert read.patient.pregnancy and not read.patient.age and read.intent is Intent.HARM


@pytest.mark.parametrize(
    "typed",
    [
        "he is expecting surgery, on apixaban",
        "I'm expecting my results tomorrow, should I take metformin",
        "three months gone by on sertraline and no better",
    ],
)
def test_who_expects_something_else(typed: str) -> None:
    assert not ask.read(typed).patient.pregnancy


def test_an_illness_in_pregnancy_is_still_to_be_treated() -> None:
    assert ask.read("paracetamol for headache in pregnancy").intent is Intent.THERAPY
    assert ask.read("labetalol or nifedipine in pregnancy").intent is Intent.THERAPY


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("DVT, starting rivaroxaban today. how much and how often?", Intent.DOSING),
        ("What strength of sertraline do people with depression get?", Intent.DOSING),
        ("first DVT, no cancer - rivaroxaban loading regimen?", Intent.DOSING),
        ("AF, starting apixaban today. how much", Intent.DOSING),
        ("does aspirin lower the risk of stroke and by how much", Intent.THERAPY),
        ("doxycycline w/ calcium tabs, how long between", Intent.INTERACTION),
        ("how long between doses of paracetamol", Intent.THERAPY),
        ("how often does rivaroxaban cause bleeding", Intent.HARM),
    ],
)
def test_an_amount_in_other_words(typed: str, intent: Intent) -> None:
    assert ask.read(typed).intent is intent
