"""A danger that a follow-up names is read by its own words: it is never a part of the last question."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.ask.following import follow
from probatum.model import FollowUpKind

LAST = {
    "a medicine": "Does sertraline help depression? I am 34",
    "another": "amoxicillin for sore throat",
    "a third": "methotrexate for rheumatoid arthritis",
}


@pytest.mark.parametrize("before", LAST.values(), ids=LAST)
@pytest.mark.parametrize(
    ("typed", "danger"),
    [
        ("i took ten times the dose by mistake", "overdose"),
        ("my son swallowed some of them", "overdose"),
        ("I want to end it all", "self-harm"),
        ("what if I take all of them at once", "self-harm"),
        ("I have chest pain and cant breathe", "emergency"),
        ("my throat is closing and I have hives", "emergency"),
        ("my face drooped and I can't speak", "emergency"),
        ("I am bleeding and cant stop it", "emergency"),
    ],
)
def test_a_danger_is_told_whatever_was_asked_before(before: str, typed: str, danger: str) -> None:
    found = follow(typed, ask.read(before), ask.read, year=2026)
    assert found.kind is FollowUpKind.NEW
    assert ask.read(found.asked).danger == danger


def test_of_what_was_taken_too_much_the_medicine_is_kept() -> None:
    found = follow("i took ten times the dose by mistake", ask.read(LAST["a medicine"]), ask.read, year=2026)
    assert "sertraline" in found.asked


@pytest.mark.parametrize(
    "typed", ["can it cause chest pain?", "and in people after a stroke?", "what if I miss a dose", "any harms"]
)
def test_what_is_no_danger_is_a_follow_up(typed: str) -> None:
    found = follow(typed, ask.read(LAST["a medicine"]), ask.read, year=2026)
    assert found.kind is not FollowUpKind.NEW


@pytest.mark.parametrize(
    "typed",
    [
        "the nurse gave mum 5 mg digoxin insted of 0.5 and she is being sick",
        "i tuk too meny paracetmol tablits",
        "he took twise his dose of methadone and wont wake up",
    ],
)
def test_danger_is_read_through_misspelling(typed: str) -> None:
    assert ask.read(typed).danger in ("overdose", "emergency")


def test_of_two_dangers_both_are_named() -> None:
    typed = "my husband has a tight chest and is sweaty and grey, can he use nitroglycerin? he took viagra last night"
    read = ask.read(typed)
    assert read.danger == "emergency" and "chest pain" in read.sign and "nitrate" in read.sign
