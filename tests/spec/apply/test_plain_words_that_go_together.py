"""In plain words what forbids a medicine goes with what stands before it; a drink is told as it was typed."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply.labels import listed
from probatum.model import Answer


def _plain(answer: Answer, section: str = "bottom_line") -> list[str]:
    return [s.plain or s.text for one in answer.sections if one.id == section for s in one.statements]


_PERSON = "zerafine must not be used in this person"
_TWO = "these must not be taken together"


@pytest.mark.parametrize(
    ("lead", "item", "said"),
    [
        (_PERSON, "pregnancy", f"{_PERSON}, for this reason (UK label): pregnancy"),
        (_PERSON, "in gout", f"{_PERSON}, for this reason (UK label): gout"),
        (_PERSON, "with an eGFR below 30", f"{_PERSON} (UK label): with an eGFR below 30"),
        (
            _TWO,
            "with alcohol, during treatment",
            f"{_TWO} (UK label of zerafine): zerafine must not be used with alcohol, during treatment",
        ),
        (_TWO, "zerafine with gin must not be used", f"{_TWO} (UK label): zerafine with gin must not be used"),
    ],
)
def test_what_forbids_goes_with_its_lead(lead: str, item: str, said: str) -> None:
    assert listed.directed(lead, "UK label of zerafine", [item]) == said


def test_wine_with_a_medicine(starter_place: Path) -> None:
    answer = probatum.answer("can i drink wine while taking metronidazole", reader="patient", library=starter_place)
    assert "metronidazole must not be used with alcohol" in _plain(answer)[0]
    assert "contraindicated" not in " ".join(_plain(answer, "algorithm"))
    assert [(a.from_, a.to) for a in answer.question.assumptions if a.what == "lay term"] == [("wine", "alcohol")]


@pytest.mark.parametrize(
    ("typed", "own", "meant"),
    [
        ("can i drink on metronidazole", "drink", "drink alcohol"),
        ("is wine ok with warfarin", "wine", "alcohol"),
        ("drinking a glass of red wine with sertraline", "a glass of red wine", "alcohol"),
    ],
)
def test_a_drink_for_a_drink_and_a_deed_for_a_deed(typed: str, own: str, meant: str) -> None:
    question = probatum.ask.read(typed)
    assert (own, meant) in [(a.from_, a.to) for a in question.assumptions if a.what == "lay term"]


def test_the_path_says_what_it_must_not_be_used_in(starter_place: Path) -> None:
    typed = "I am 16 weeks pregnant and got a water infection, can I take trimethoprim"
    path = _plain(probatum.answer(typed, reader="patient", library=starter_place), "algorithm")
    assert "it must not be used in pregnancy (UK label)" in path[0]


def test_during_needs_no_in(starter_place: Path) -> None:
    answer = probatum.answer("can i take sertraline with linezolid", reader="patient", library=starter_place)
    assert not any("in during" in text for one in answer.sections for text in _plain(answer, one.id))


def test_a_sentence_on_who_advises_it_stays_whole() -> None:
    lead = "Zerafine is not advised for this person"
    told = listed.directed(lead, "NICE, UK", ["in low back pain, NICE advises against zerafine alone"])
    assert told == f"{lead} (NICE, UK): in low back pain, NICE advises against zerafine alone"
    reason = listed.directed(lead, "UK label of zerafine", ["in pregnancy"])
    assert reason == f"{lead}, for this reason (UK label): pregnancy"
