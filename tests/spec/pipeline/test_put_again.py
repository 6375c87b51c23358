"""A question that holds more than any source answers is put again; warnings are explained, overdoses have antidotes."""

from __future__ import annotations

import pytest

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer, Kind


@pytest.fixture(scope="module")
def starter(starter_library: Library) -> Library:
    return starter_library


def _told(typed: str, starter: Library, reader: str = "doctor") -> Answer:
    return pipeline.answer(typed, library=starter, reader=reader, as_of="2026-11-26")


def _bottom(answer: Answer) -> str:
    return " ".join(s.text for s in answer.section("bottom_line").statements)


PUT_AGAIN = [
    ("80M AF, 2 falls this year, wants aspirin. anticoagulate? which + dose", "falling"),
]


@pytest.mark.parametrize(("typed", "left"), PUT_AGAIN)
def test_the_answer_says_what_it_leaves_out(typed: str, left: str, starter: Library) -> None:
    answer = _told(typed, starter)
    first, *others = answer.section("bottom_line").statements
    assert first.kind is Kind.NAVIGATION
    assert left in first.text
    assert any(s.kind.asserts for s in others)
    assert answer.question.typed == typed


def test_who_it_is_about_stays(starter: Library) -> None:
    typed = "74M HFpEF, T2DM, eGFR 38, on furosemide. which drug keeps him out of hospital"
    answer = _told(typed, starter)
    assert any(s.kind.asserts for s in answer.section("bottom_line").statements)
    assert answer.question.patient.kidney == "eGFR 38"
    assert "furosemide" in answer.question.patient.drugs
    told = (*answer.question.patient.conditions, answer.question.population)
    assert any("type 2 diabetes" in text for text in told)


def test_two_lengths_are_put_again_and_answered_behind_what_is_left_out(starter: Library) -> None:
    said = _bottom(_told("COPD flare, diabetic: pred 5 or 14 days?", starter))
    assert "5 days" in said


def test_nothing_is_left_out_where_it_is_answered(starter: Library) -> None:
    assert "left out here" not in _bottom(_told("apixaban versus warfarin for atrial fibrillation", starter))


def test_what_nobody_studied_stays_unanswered(starter: Library) -> None:
    assert _told("does homeopathy cure halitosis in otters", starter).section("bottom_line").statements[0].kind is (
        Kind.ABSENCE
    )


def test_an_overdose_has_its_antidote_with_when_and_how_much(starter: Library) -> None:
    told = _bottom(_told("she took 24 x 500mg paracetamol at noon", starter))
    assert "antidote" in told.lower()
    assert "no earlier than 4 hours" in told
    assert "150 mg/kg" in told


def test_an_alarm_is_explained_by_the_label(starter: Library) -> None:
    told = _bottom(_told("on clozapine 10 weeks, sore throat and temp 38.9 since this morning", starter))
    assert "neutro" in told


@pytest.mark.parametrize("drug", ["ticagrelor vs clopidogrel ACS", "apixaban vs warfarin AF"])
def test_bleeding_that_is_counted_bars_nothing(drug: str, starter: Library) -> None:
    assert "contraindicated for this patient" not in _bottom(_told(f"{drug} bleeding", starter))


def test_a_limit_of_people_and_a_medicine_needs_both(starter: Library) -> None:
    without = _bottom(_told("gout flare, eGFR 28, on amlodipine, can i give colchicine", starter))
    assert "contraindicated for this patient" not in without


@pytest.mark.parametrize("typed", ["shingles rash on day 3, is it worth getting antivirals", "what is gout"])
def test_an_illness_is_no_subject_of_an_effect(typed: str, starter: Library) -> None:
    told = _bottom(_told(typed, starter, "patient"))
    assert told
    assert not any(told.lower().startswith(f"{ill} ") for ill in ("shingles", "herpes zoster", "gout"))
    assert "gout probably" not in told.lower() and "shingles reduce" not in told.lower()


@pytest.mark.parametrize(
    ("typed", "barred"),
    [
        ("TIA yesterday, 67M, clopidogrel + aspirin - how much more bleeding?", False),
        ("67M stroke, has active bleeding from a peptic ulcer, continue clopidogrel?", True),
    ],
)
def test_bleeding_that_goes_on_bars_and_bleeding_that_is_feared_does_not(
    typed: str, barred: bool, starter: Library
) -> None:
    assert ("contraindicated for this patient" in _bottom(_told(typed, starter))) is barred
