"""Advice for one illness is none for another that shares with it only a complaint as wide as pain, and of a sentence
that advises one thing and keeps people from another each half is of its own."""

from __future__ import annotations

import pytest

import probatum
from probatum import vocabulary
from probatum.acquire.library import Library
from probatum.model import Answer


def _answer(typed: str, library: Library) -> Answer:
    return probatum.answer(typed, library=library)


def _text(answer: Answer, *sections: str) -> str:
    return "\n".join(s.text for part in answer.sections if part.id in sections for s in part.statements)


@pytest.mark.parametrize(
    "typed",
    [
        "7 year old after adenotonsillectomy, paracetamol for pain?",
        "paracetamol for pain after a hip replacement",
        "knee pain on methotrexate, eGFR 38, paracetamol ok?",
    ],
)
def test_what_is_advised_in_another_illness_bars_nobody(typed: str, starter_place: Library) -> None:
    said = _text(_answer(typed, starter_place), "bottom_line", "algorithm")
    assert "in low back pain, NICE" not in said
    assert "diverticulitis" not in said
    assert "advised against" not in said


@pytest.mark.parametrize("typed", ["paracetamol for chronic low back pain", "paracetamol in acute low back pain"])
def test_what_is_advised_in_this_illness_does(typed: str, starter_place: Library) -> None:
    assert "recommends against paracetamol alone" in _text(_answer(typed, starter_place), "bottom_line")


def test_a_pain_in_the_ear_is_no_other_pain(starter_place: Library) -> None:
    said = _text(_answer("which painkiller for a sprained ankle with pain, ibuprofen?", starter_place), "bottom_line")
    assert "otitis media" not in said
    own = _text(_answer("ibuprofen for pain in acute otitis media, adult", starter_place), "bottom_line", "evidence")
    assert "otitis media" in own


def test_a_sentence_of_two_halves_bars_the_one_it_is_against(starter_place: Library) -> None:
    answer = _answer("acute diverticulitis pain, ibuprofen or paracetamol?", starter_place)
    path = [s.text for s in next(p for p in answer.sections if p.id == "algorithm").statements]
    assert path[0].startswith("Leave out ibuprofen")
    assert path[0].count("acetaminophen") == 1
    assert any(text.startswith("Dose") and "paracetamol" in text for text in path)
    assert not any(text.startswith("A guideline is against it") for text in path)


def test_advice_against_a_class_is_against_its_members(starter_place: Library) -> None:
    said = _text(_answer("morphine for pain in acute diverticulitis", starter_place), "bottom_line")
    assert "morphine is advised against for this patient" in said.lower()
    open_ = _text(_answer("amoxicillin for acute sinusitis, adult", starter_place), "bottom_line")
    assert "is advised against for this patient" not in open_  # it has an exception that is not settled


def test_short_forms_in_the_plural_are_read() -> None:
    known = vocabulary.load()
    assert [m.term.label for m in known.find("NSAIDs should be avoided")] == ["nonsteroidal anti-inflammatory drugs"]
    assert not known.find("Is this so")
