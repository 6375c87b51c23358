"""The learned reader of danger: a message whose words no list holds is weighed; it names no sign, and stays sure."""

from __future__ import annotations

import pytest

from probatum.ask.danger import named, read_danger
from probatum.ask.danger.learned import KINDS, SURE, features, likeliest, probabilities


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("in the kitchen she went over like a felled tree and now only groans", "emergency"),
        ("been popping co-codamol like smarties since friday, skin looks yellowish", "overdose"),
        ("wouldn't mind if a bus hit me tomorrow", "self-harm"),
    ],
)
def test_what_no_list_has_words_for_is_told_like_a_danger(message: str, kind: str) -> None:
    assert named(message) is None
    assert read_danger(message).kind == kind
    assert likeliest(message) == kind


@pytest.mark.parametrize(
    "message",
    [
        "does a statin help after a stroke in people over 80",
        "my little boy keeps wetting the bed",
        "patient with previous GI bleed needs NSAID",
        "took ibuprofen for a week without relief, what next for back pain",
        "i have a sore throat do i need penicillin",
        "doctor doubled my ramipril, is that normal",
        "should I take baby aspirin while pregnant to stop pre-eclampsia",
        "he took an overdose as a teenager, is sertraline safe for him now",
        "drink a lot of water on lithium?",
    ],
)
def test_what_people_tell_of_themselves_without_danger_raises_no_alarm(message: str) -> None:
    assert read_danger(message).kind == ""


def test_thoughts_of_another_are_no_wish_of_the_asker() -> None:
    found = read_danger("dad says to take care of mum when he's not here and handed me his watch")
    assert (found.kind, found.sign) == ("emergency", "thoughts of suicide")


@pytest.mark.parametrize(
    "message",
    [
        "took a few too many of my heart pills and feel floaty",
        "doubled up on my warfarin by accident and my gums are bleeding",
        "he had all his sleeping tablets at once to get a good night",
        "lost count how many codeine i've had and everything is foggy",
        "i think he's drunk the stuff under the sink",
    ],
)
def test_done_medicine_and_excess_in_one_sentence_are_an_overdose(message: str) -> None:
    assert read_danger(message).kind == "overdose"


def test_probabilities_are_of_all_kinds_and_words_in_haste_do_not_matter() -> None:
    told = probabilities("mum's gone floppy")
    assert set(told) == set(KINDS)
    assert sum(told.values()) == pytest.approx(1.0)
    assert features("MUM'S gone FLOPPY") == features("mum’s gone floppy")
    assert 0.5 < SURE < 1
    assert features("") == frozenset()
    assert likeliest("") == ""


def test_what_hurts_to_do_is_no_wish_to_be_hurt() -> None:
    typed = "knee arthritis, told to exercise but it hurts to walk, wont it wear out faster, could i do it at home"
    assert read_danger(typed).kind != "self-harm"
    assert read_danger("it hurts so much i want it all to end").kind == "self-harm"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("should i stop my tablets or stop everything, i cant go on", "self-harm"),
        ("will it hurt if i take them all at once", "self-harm"),
        ("i can't go on holiday with this rash, what cream", ""),
        ("my wife can't go on the pill, what else is there", ""),
    ],
)
def test_what_cannot_go_on(typed: str, kind: str) -> None:
    assert read_danger(typed).kind == kind


@pytest.mark.parametrize(
    "typed",
    ["i have eczema on my hands, is a bleach bath any good and will it sting", "are salt baths any good, they sting"],
)
def test_whether_a_treatment_is_any_good_is_no_emergency(typed: str) -> None:
    assert not read_danger(typed).kind


def test_what_the_lists_name_stays_one_whatever_is_asked() -> None:
    assert read_danger("crushing chest pain and sweating, is an aspirin any good").kind == "emergency"
    assert read_danger("my toddler drank bleach, is milk any good").kind
