"""What a relative had, what a friend takes and what a pain was found to be are not what is asked about."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.ask.danger import read_danger
from probatum.model import Role


def labels(typed: str, role: Role) -> set[str]:
    return {c.label for c in read(typed).having(role)}


def test_what_a_treatment_does_to_illnesses_is_asked() -> None:
    typed = "if i take combined HRT, whats it do to breast cancer, clots - mum had breast cancer"
    assert "breast cancer" in labels(typed, Role.OUTCOME)
    assert "breast cancer" not in labels(typed, Role.POPULATION)


def test_somebody_who_has_it_stays_who_they_are() -> None:
    typed = "people with breast cancer: effect on breast cancer and clots of tamoxifen"
    assert "breast cancer" in labels(typed, Role.POPULATION) | labels(typed, Role.OUTCOME)


def test_a_friends_medicine_is_an_option() -> None:
    made = read("prediabetes, nurse says lose weight, my friend takes metformin for it. which works best")
    assert "metformin" not in made.patient.drugs
    assert "metformin" in {c.label for c in made.concepts}


def test_ones_own_is_taken() -> None:
    assert "metformin" in read("prediabetes, i take metformin for it. can i have ibuprofen").patient.drugs


def test_a_pain_that_is_explained() -> None:
    assert labels("27F RIF pain 18h, CT: appendicitis. antibiotics only?", Role.POPULATION) == {"appendicitis"}


def test_a_pain_that_is_not() -> None:
    assert "pain" in labels(
        "back pain 18 days, which antibiotic no. ibuprofen for the pain?", Role.POPULATION
    ) | labels("pain for 3 weeks, ibuprofen?", Role.POPULATION) | labels("pain for 3 weeks, ibuprofen?", Role.OUTCOME)


@pytest.mark.parametrize(
    "typed",
    ["sore throat, anaphylaxis to pen. which antibiotic", "cellulitis, pen allergic, which antibiotic"],
)
def test_short_for_penicillin(typed: str) -> None:
    assert "penicillin" in " ".join(read(typed).patient.allergies).lower()


def test_a_pen_that_is_injected_with() -> None:
    assert not read("insulin pen dose went wrong, rash from pen needle site").patient.allergies


def test_what_is_denied_is_no_medicine() -> None:
    assert "perforation" in read("appendicitis, no perf, CRP 64. antibiotics?").read
    assert not [a for a in read("appendicitis, no perf. antibiotics?").assumptions if a.what == "drug"]


@pytest.mark.parametrize(
    "typed",
    [
        "when i roll over in bed the whole room spins for half a minute. does the epley work",
        "room spins when i turn over in bed",
    ],
)
def test_what_a_turn_brings(typed: str) -> None:
    assert "positional vertigo" in read(typed).read.lower()


def test_a_room_that_spins_by_itself() -> None:
    assert "positional vertigo" not in read("the room spins all day and my ear rings").read.lower()


def test_a_worry_for_the_baby_is_no_alarm() -> None:
    assert not read_danger("24 weeks pregnant and been taking nurofen 6 days for my back. have i hurt the baby").kind
    assert read_danger("24 weeks pregnant, heavy bleeding. have i hurt the baby").kind == "emergency"
