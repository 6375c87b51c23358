"""What a few words tell: a saturation in short, two set against each other, an age that is an edge, a place."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.ask import read
from probatum.model import Intent


@pytest.mark.parametrize(
    ("typed", "holds"),
    [
        ("oxygen for suspected MI sats 96%", "SpO2 96%"),
        ("COPD sats 84 on air, oxygen target", "SpO2 84"),
        ("sats drop on opioids", "xygen saturation drop"),
    ],
)
def test_saturations_in_short(typed: str, holds: str) -> None:
    question = read(typed)
    assert holds in question.read
    assert "sets" not in question.read.lower().split()


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("chance of recurrent VTE on edoxaban v warfarin", ()),
        ("risk of bleeding on apixaban v warfarin in AF", ()),
        ("my mum is on aspirin vs clopidogrel after stroke which is better", ("aspirin",)),
        ("60M on warfarin vs switching to apixaban in AF", ("warfarin",)),
        ("risk of falls on amitriptyline", ("amitriptyline",)),
    ],
)
def test_nobody_takes_one_of_two_that_are_set_against_each_other(typed: str, taken: tuple[str, ...]) -> None:
    assert read(typed).patient.drugs == taken


def test_what_is_feared_is_not_had_by_the_people() -> None:
    assert read("risk of bleeding on apixaban v warfarin in AF").population == "people with atrial fibrillation"
    falls = read("risk of falls on amitriptyline")
    assert (falls.intent, falls.intervention, falls.outcome) == (Intent.HARM, "amitriptyline", "falls")


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("statins for all over 75s?", "over 75"),
        ("vitamin D for over 70s", "over 70"),
        ("aspirin for all over 60s primary prevention, what dose is used", "over 60"),
    ],
)
def test_an_edge_of_age_is_no_outcome(typed: str, age: str) -> None:
    question = read(typed)
    assert question.outcome == ""
    assert question.patient.age == age


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("how to give alendronate to lady in chair, bad swallow", ""),
        ("metoclopramide for man in wheelchair with nausea", "people with nausea"),
        ("haloperidol for man in hospital with delirium", "people with delirium"),
        ("physiotherapy for people at home after hip fracture", "people at home after hip fracture"),
        ("amoxicillin for children with otitis media", "children with otitis media"),
    ],
)
def test_a_place_is_no_illness(typed: str, people: str) -> None:
    assert read(typed).population == people


def test_what_both_are_for_is_no_harm_of_either(starter_place: Path) -> None:
    answer = probatum.answer("chance of recurrent VTE on edoxaban v warfarin", library=starter_place)
    lead = [s.text for s in next(s for s in answer.sections if s.id == "bottom_line").statements]
    assert "3.2%" in lead[0]
    assert not any("harm asked about" in text or "what is taken" in text for text in lead)
    bled = probatum.answer("risk of bleeding on apixaban v warfarin in AF", library=starter_place)
    lead = [s.text for s in next(s for s in bled.sections if s.id == "bottom_line").statements]
    assert "major bleeding was 2.13%" in lead[0]
    assert any("active pathological bleeding" in text for text in lead)
    assert any("haematoma" in s.text for s in bled.section("safety").statements)
