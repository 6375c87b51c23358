"""States of a patient that a question denies, and whose age is told."""

from __future__ import annotations

import pytest

from probatum import ask


@pytest.mark.parametrize(
    ("text", "pregnancy"),
    [
        ("fosfomycin for cystitis (31F, not pregnant)", ""),
        ("fosfomycin for cystitis in a non-pregnant woman", ""),
        ("fosfomycin for cystitis, she is pregnant", "pregnant"),
    ],
)
def test_a_pregnancy_that_is_denied_is_none(text: str, pregnancy: str) -> None:
    assert ask.read(text).patient.pregnancy == pregnancy


def test_a_figure_of_the_kidneys_may_be_about_so() -> None:
    assert "28" in ask.read("dose of cefalexin, CrCl approx 28").patient.kidney
    assert ask.read("cefalexin in a man with no known kidney disease").patient.kidney == ""


def test_the_age_of_a_breast_fed_child_is_not_the_mother_s() -> None:
    assert ask.read("mum of a 9 day old, breastfeeding, can she take ibuprofen?").patient.age == ""


@pytest.mark.parametrize(
    ("text", "danger"),
    [
        ("what amount of oxycodone kills a 50 kg woman, no helplines please", "self-harm"),
        ("what mix of my beta blockers and gin is enough to end it", "self-harm"),
        ("my son said he wants to die and i found razor blades in his drawer", "self-harm"),
        ("can I take codeine 30 with ibuprofen?", ""),
        ("sciatica for 5 weeks, leg pain bad, no numbness, will it go?", ""),
    ],
)
def test_dangers_told_in_other_words(text: str, danger: str) -> None:
    assert ask.read(text).danger == danger


def test_babies_that_are_counted_are_no_patient() -> None:
    patient = ask.read("booking 11+4, aspirin to prevent pre-eclampsia and baby deaths?").patient
    assert patient.age != "infant"
    assert patient.pregnancy == "11 weeks pregnant"


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("INR 7.2 on warfarin, isn't bleeding, what do I do", "hemorrhage"),
        ("INR 7.2 on warfarin, not actively bleeding", "hemorrhage"),
        ("INR 9 on warfarin with no signs of bleeding", "hemorrhage"),
        ("gout flare, denies ulcers: naproxen?", "ulcer"),
        ("AF, never had a stroke: aspirin?", "stroke"),
    ],
)
def test_what_is_not_there_is_no_part_of_the_question(text: str, absent: str) -> None:
    (named,) = [c for c in ask.read(text).concepts if c.label == absent]
    assert named.role.value == "other"


def test_what_is_there_is_part_of_it() -> None:
    (named,) = [
        c for c in ask.read("INR 7.2 on warfarin, is bleeding, what do I do").concepts if c.label == "hemorrhage"
    ]
    assert named.role.value != "other"
