"""Danger told in a few words of a note, or over two turns of a talk, is danger."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.ask.danger import read_danger, told_in_two
from probatum.ask.following import follow
from probatum.model import FollowUpKind


@pytest.mark.parametrize(
    "text",
    [
        "sudden one sided facial droop with forehead spared what should i do",
        "sudden facial droop",
        "unable to swallow saliva, muffled voice",
        "child with sore throat drooling",
        "tonsillitis and he can't swallow his own spit",
    ],
)
def test_a_note_of_something_sudden_is_an_emergency(text: str) -> None:
    assert read_danger(text).kind == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "sudden cardiac arrest survivors ICD or amiodarone",
        "sudden infant death syndrome prevention",
        "sudden hearing loss prednisolone",
        "sudden onset AF apixaban",
        "ALS patient can't swallow his saliva, what to give",
        "baby is teething and drooling a lot",
        "sore throat with drooling: when to refer",
        "hurts to swallow, are antibiotics needed",
    ],
)
def test_what_is_looked_up_is_none(text: str) -> None:
    assert read_danger(text).kind != "emergency"


@pytest.mark.parametrize(
    ("before", "text", "sign"),
    [
        ("Is amoxicillin safe in people aged 5 years with pharyngitis?", "what if she is drooling", "closing throat"),
        ("amoxicillin for tonsillitis", "he can't swallow his own spit", "closing throat"),
    ],
)
def test_signs_of_two_turns_make_one_danger(before: str, text: str, sign: str) -> None:
    found = told_in_two(before, text)
    assert found is not None and sign in found.sign
    understood = follow(text, ask.read(before), ask.read, year=2026)
    assert understood.kind is FollowUpKind.NEW and ask.read(understood.asked).danger == "emergency"


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("ticagrelor for acute coronary syndrome", "he is 80"),
        ("amoxicillin for otitis media in a child", "he has a rash"),
        ("amoxicillin for tonsillitis", "does it cause drooling?"),
        ("amoxicillin for tonsillitis", "and in my daughter of 6?"),
        ("sumatriptan for migraine", "what if i'm pregnant"),
    ],
)
def test_turns_that_make_none(before: str, text: str) -> None:
    assert told_in_two(before, text) is None


@pytest.mark.parametrize(
    "typed", ["pt on dabigatran, life-threatening bleed", "on apixaban, massive GI bleed, what now"]
)
def test_a_grave_bleed_on_a_blood_thinner_is_an_alarm(typed: str) -> None:
    assert read_danger(typed).kind == "emergency"


@pytest.mark.parametrize(
    "typed",
    [
        "rate of life-threatening bleeding with rivaroxaban",
        "does apixaban cause severe bleeding",
        "is severe bleeding more common with warfarin or apixaban",
    ],
)
def test_how_often_it_comes_is_none(typed: str) -> None:
    assert not read_danger(typed).kind
