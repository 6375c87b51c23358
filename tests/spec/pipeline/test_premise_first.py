"""What a question takes for granted and its sources deny stands before anything else; what bars a treatment for the
patient asked about stands in the bottom line."""

from __future__ import annotations

import pytest

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer, Kind, Verdict

AS_OF = "2026-11-26"


def asked(typed: str, library: Library, **more: object) -> Answer:
    return pipeline.answer(typed, library=library, as_of=AS_OF, **more)  # type: ignore[arg-type]


def first(answer: Answer) -> str:
    return answer.section("bottom_line").statements[0].text


def said(answer: Answer) -> str:
    return " ".join(s.text for s in answer.section("bottom_line").statements)


PREMISES = [
    (
        "how long should I continue methotrexate in pregnancy for rheumatoid arthritis",
        "The question takes for granted that methotrexate is given, but methotrexate is contraindicated",
    ),
    ("continue warfarin in pregnancy", "but warfarin is contraindicated for this patient"),
    ("what dose of metformin with an eGFR of 22", "but metformin is contraindicated for this patient"),
    ("which antibiotic for the common cold", "the guideline advises against it (ISP, UK, 2023)"),
    ("what dose of amoxicillin cures the common cold", "takes for granted that amoxicillin works; no effect"),
]


@pytest.mark.parametrize(("typed", "premise"), PREMISES)
def test_a_false_premise_is_named_first_and_rests_on_a_source(typed: str, premise: str, medicines: Library) -> None:
    answer = asked(typed, medicines)
    statement = answer.section("bottom_line").statements[0]
    assert premise in statement.text
    assert statement.supports and statement.kind in (Kind.DIRECTIVE, Kind.FINDING)
    assert statement.verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(("typed", "premise"), PREMISES)
def test_no_dose_is_offered_under_a_false_premise(typed: str, premise: str, medicines: Library) -> None:
    assert "Label dose" not in said(asked(typed, medicines))


@pytest.mark.parametrize(
    ("typed", "bar"),
    [
        ("I'm 34 weeks pregnant, dose of ibuprofen for back pain?", "Ibuprofen is contraindicated for this patient"),
        ("is amoxicillin ok, I am allergic to penicillin", "No: amoxicillin is contraindicated for this patient"),
        ("doxycycline for pneumonia in a child of 6 years", "Doxycycline is advised against for this patient"),
        ("doxycycline for pneumonia at 30 weeks pregnant", "Doxycycline is advised against for this patient"),
        ("lithium for bipolar disorder in CKD stage 4", "Lithium is contraindicated for this patient"),
        ("can I take ibuprofen, I am on lithium", "ibuprofen raises lithium levels"),
        ("lithium for bipolar disorder, she takes ibuprofen", "raise lithium levels"),
        (
            "amoxicillin dose for a 5 year old",
            "Dose for this patient (US label of amoxicillin): children from 3 months",
        ),
    ],
)
def test_details_of_the_patient_decide_what_stands_first(typed: str, bar: str, medicines: Library) -> None:
    assert bar in " ".join(s.text for s in asked(typed, medicines).section("bottom_line").statements[:2])


@pytest.mark.parametrize(
    ("typed", "absent"),
    [
        ("I'm 12 weeks pregnant, ibuprofen for back pain?", "contraindicated for this patient"),
        ("metformin for type 2 diabetes with an eGFR of 70", "contraindicated for this patient"),
        ("doxycycline for pneumonia in a child of 10 years", "advised against"),
        ("methotrexate for rheumatoid arthritis", "for this patient"),
        ("metformin for type 2 diabetes in kidney disease", "contraindicated for this patient"),
        ("amoxicillin dose for a 5 year old", "500 mg"),
        ("lithium for bipolar disorder with an eGFR of 80", "contraindicated for this patient"),
    ],
)
def test_what_is_for_other_people_bars_nothing(typed: str, absent: str, medicines: Library) -> None:
    assert absent not in said(asked(typed, medicines))


def test_details_given_beside_the_question_bar_as_those_in_it(medicines: Library) -> None:
    answer = asked("methotrexate for rheumatoid arthritis", medicines, assume=["pregnant"])
    assert "contraindicated for this patient" in first(answer)


def test_a_contraindication_ends_the_algorithm(medicines: Library) -> None:
    steps = asked("methotrexate for rheumatoid arthritis in pregnancy", medicines).section("algorithm").statements
    assert any("Do not start methotrexate" in s.text for s in steps)
    assert not any(s.text.startswith("Start methotrexate") for s in steps)
