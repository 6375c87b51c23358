"""Talks keep their topic: of two medicines one is changed, a father takes it too, a pregnancy is wished for."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.ask import read
from probatum.ask.following import follow
from probatum.model import Intent, Turn
from probatum.pipeline import follow as answered


@pytest.mark.parametrize(
    ("before", "typed", "both", "gone"),
    [
        (
            "warfarin pt given fluconazole 150 single for thrush",
            "what if its metronidazole for a week instead",
            ("warfarin", "metronidazole"),
            "fluconazole",
        ),
        ("lithium patient prescribed ibuprofen for gout", "and colchicine?", ("lithium", "colchicine"), "ibuprofen"),
        ("I take sertraline, can I take tramadol", "what about codeine", ("sertraline", "codeine"), "tramadol"),
        ("warfarin and miconazole gel", "is nystatin ok instead", ("warfarin", "nystatin"), "miconazole"),
    ],
)
def test_one_of_two_is_changed_and_the_other_stays(before: str, typed: str, both: tuple[str, str], gone: str) -> None:
    made = follow(typed, read(before), read, year=2026)
    question = read(made.asked, assume=made.assume)
    assert question.intent is Intent.INTERACTION
    assert {c.label for c in question.concepts if c.semantic == "drug"} == {*both}
    assert gone not in question.read
    assert made.why == f"{both[1]} in place of {gone}"


def test_what_is_told_of_the_patient_stays_with_the_change() -> None:
    before = read("82yo on warfarin egfr 30 given fluconazole 150 for thrush, ok?")
    made = follow("what if its metronidazole instead", before, read, year=2026)
    assert read(made.asked, assume=made.assume).patient.kidney == "egfr 30"
    assert "candidiasis" not in made.asked


@pytest.mark.parametrize("typed", ["can she also take metronidazole", "is metronidazole better"])
def test_a_third_or_a_comparison_changes_none(typed: str) -> None:
    made = follow(typed, read("warfarin pt given fluconazole for thrush"), read, year=2026)
    assert made.why != "metronidazole in place of fluconazole"


@pytest.mark.parametrize(
    "typed",
    [
        "im on methotrexate for arthritis, can i get pregnant",
        "can I fall pregnant while taking lithium",
        "im on warfarin and want to get pregnant",
        "what happens if i get pregnant on ramipril",
    ],
)
def test_who_asks_to_conceive_on_a_medicine_wishes_to(typed: str) -> None:
    question = read(typed)
    assert question.patient.pregnancy == "trying to conceive"
    assert "pregnant" not in question.intervention
    assert any(c.label in question.intervention for c in question.concepts if c.semantic == "drug")


@pytest.mark.parametrize(
    "typed",
    [
        "can i get pregnant on the pill",
        "can i get pregnant while on the depo",
        "can i get pregnant with PCOS",
        "does letrozole help me get pregnant",
        "my husband takes finasteride can i get pregnant",
        "how often do people fall on lithium",
    ],
)
def test_contraceptives_fertility_and_fathers_are_no_wish_of_the_patient(typed: str) -> None:
    assert read(typed).patient.pregnancy == ""


def test_a_father_is_nobody_who_is_pregnant(starter_place: Path) -> None:
    answer = probatum.answer("my husband takes methotrexate and we want a baby", library=starter_place)
    lead = next(s for s in answer.sections if s.id == "bottom_line").statements
    assert "for 3 months after" in lead[0].text
    assert not any("contraindicated for this patient" in s.text for s in lead)
    mother = probatum.answer("i take methotrexate and want a baby", library=starter_place)
    lead = next(s for s in mother.sections if s.id == "bottom_line").statements
    assert "contraindicated for this patient" in lead[0].text


def test_the_father_of_a_follow_up_is_answered(starter_place: Path) -> None:
    first = "im on methotrexate for arthritis, can i get pregnant"
    turn = Turn(first, probatum.answer(first, reader="patient", library=starter_place))
    lead = next(s for s in turn.answer.sections if s.id == "bottom_line").statements
    assert "contraindicated for this patient" in lead[0].text
    turn = answered("and my husband takes it too, matter?", turn, library=starter_place)
    assert turn.answer.question.intervention == "methotrexate"
    lead = next(s for s in turn.answer.sections if s.id == "bottom_line").statements
    assert "men whose partners may become pregnant" in lead[0].text


def test_what_bears_on_something_is_no_outlook() -> None:
    asthma, diabetes = read("asthma in children"), read("metformin for type 2 diabetes")
    assert "prognosis" not in follow("does that matter?", diabetes, read, year=2026).asked
    assert "prognosis of asthma" in follow("does it get worse over time", asthma, read, year=2026).asked
