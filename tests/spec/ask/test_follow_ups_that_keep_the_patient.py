"""What was told of a patient in one turn holds in the next: values, the course of an illness, what is felt."""

from __future__ import annotations

import pytest

from probatum import ask, vocabulary
from probatum.ask.following import follow
from probatum.model import FollowUp, Question
from probatum.model import FollowUpKind as Kind


def read(text: str) -> Question:
    return ask.read(text, vocabulary=vocabulary.load())


def after(before: str, *turns: str) -> FollowUp:
    last, found = read(before), None
    for typed in turns:
        found = follow(typed, last, read, year=2026)
        last = read(found.asked)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("before", "turns", "holds"),
    [
        ("ondansetron for vomiting", ("her QTc is 490",), "a QTc of 490"),
        ("ondansetron for vomiting", ("her QTc is 490", "anything else i can give"), "a QTc of 490"),
        ("bisoprolol for heart failure", ("pulse is 48", "what about in asthma"), "a heart rate of 48"),
        ("lisinopril for hypertension", ("potassium 5.8", "any alternatives"), "a potassium of 5.8"),
        ("What is the dose of colchicine in people with acute gout?", ("egfr 25",), "acute gout"),
        ("What is the dose of colchicine in people with acute gout?", ("egfr 25", "what else"), "acute gout"),
    ],
)
def test_what_was_told_holds(before: str, turns: tuple[str, ...], holds: str) -> None:
    assert holds in after(before, *turns).asked


def test_what_is_measured_anew_takes_the_place_of_what_was() -> None:
    asked = after("lisinopril for hypertension", "potassium 5.8", "potassium 4.9").asked
    assert "4.9" in asked and "5.8" not in asked and "hyperkal" not in asked


@pytest.mark.parametrize(
    ("before", "typed", "kind", "asked"),
    [
        ("What are the adverse effects of statin?", "my muscles ache already", Kind.PATIENT, "Is statin safe"),
        ("should i take a statin at 78", "my muscles ache already", Kind.PATIENT, "Is statin safe"),
        ("amitriptyline for insomnia", "I feel dizzy", Kind.PATIENT, "Is amitriptyline safe"),
        ("baclofen", "and for spasticity?", Kind.PROBLEM, "baclofen for"),
        ("ibuprofen", "and for headache", Kind.PROBLEM, "ibuprofen for"),
        ("lithium with ramipril", "how often to check levels", Kind.ASPECT, "How often should levels be measured"),
        ("should i take a statin at 78", "say that more simply", Kind.READER, ""),
        ("should i take a statin at 78", "put it more simply please", Kind.READER, ""),
        ("zolpidem compared with melatonin for insomnia", "which is safer in the elderly", Kind.ASPECT, "melatonin"),
        ("zolpidem compared with melatonin for insomnia", "and in the elderly", Kind.PATIENT, "melatonin"),
        ("amoxicillin for sore throat", "how many days", Kind.ASPECT, "How long should amoxicillin"),
    ],
)
def test_what_is_meant(before: str, typed: str, kind: Kind, asked: str) -> None:
    found = after(before, typed)
    assert found.kind is kind and asked in found.asked


def test_time_off_school_is_no_length_of_a_course() -> None:
    assert "be given" not in after("amoxicillin for sore throat", "how long would she be off school").asked
