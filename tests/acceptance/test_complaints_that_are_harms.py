"""A complaint beside a medicine that its label lists as a harm is no use that was not studied."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

HARMS = [
    ("how common is diarrhoea with colchicine", "diarrhoea", "23.0%"),
    ("gynaecomastia spironolactone", "gynaecomastia", "10%"),
    ("hypothyroidism on lithium", "hypothyroidism", ""),
    ("rash two weeks after allopurinol", "rash", ""),
    ("swollen ankles amlodipine", "oedema", ""),
    ("my statin is giving me muscle pain", "muscle pain", ""),
    ("lisinopril giving me a tickly cough, is it my tablet", "cough", ""),
]
USES = [
    "sertraline PTSD",
    "prednisolone asthma",
    "amitriptyline neuropathic pain",
    "mexiletine cramps ALS",
    "fractures alendronate",
    "stroke apixaban",
]


@pytest.mark.parametrize(("question", "harm", "figure"), HARMS)
def test_it_is_answered_as_a_harm(starter_library: Library, question: str, harm: str, figure: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    said = any(a.what == "harm" or a.to == "is it a side effect" for a in answer.question.assumptions)
    assert said and answer.question.typed == question
    short = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert harm in short and figure in short and "off-label" not in short


@pytest.mark.parametrize("question", USES)
def test_a_use_stays_one(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    assert not any(a.what == "harm" for a in answer.question.assumptions)


@pytest.mark.parametrize(
    ("typed", "alarms"),
    [
        ("lips swollen on lisinopril", True),
        ("black stools on ibuprofen", True),
        ("chest pain not going after 3 nitroglycerin tablets", True),
        ("cough on lisinopril", False),
        ("is chest pain common on nitroglycerin?", False),
        ("aspirin for heart attack", False),
    ],
)
def test_a_patient_tells_of_oneself(starter_library: Library, typed: str, alarms: bool) -> None:
    answer = probatum.answer(typed, library=starter_library, reader="patient", as_of="2026-11-29")
    assert (answer.question.danger == "emergency") is alarms
    doctor = probatum.answer(typed, library=starter_library, reader="doctor", as_of="2026-11-29")
    assert doctor.question.danger == answer.question.danger


CLASSES = [
    ("do statins cause muscle pain", "myopathy"),
    ("do PPIs cause fractures", "fracture"),
    ("do SSRIs cause low sodium", "yponatraemia"),
    ("do ACE inhibitors cause cough", "cough"),
]


@pytest.mark.parametrize(("question", "harm"), CLASSES)
def test_a_harm_of_a_class_is_told_by_its_members_labels(starter_library: Library, question: str, harm: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    first = answer.section("bottom_line").statements[0].text
    assert first.startswith("On the harm asked about") and harm in first
