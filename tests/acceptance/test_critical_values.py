"""A value that is dangerous in itself is named before all else, then what the label says of it with that medicine."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.publish.steps import next_steps

ASKED = (
    ("lisinopril K 6.3", "potassium 6.3", "ACE inhibitors, spironolactone"),
    ("Na 118 on sertraline", "sodium 118", "hyponatraemia can occur with sertraline"),
    ("lithium level 2.4", "lithium level 2.4", "should not exceed 2 mEq/L"),
    ("digoxin level 3.1", "digoxin level 3.1", "antidote for life-threatening arrhythmias"),
    ("glucose 32 on insulin", "glucose 32", ""),
    ("glucose 1.9 on insulin", "glucose 1.9", "quick-acting carbohydrate"),
    ("neutrophils 0.3 on clozapine", "neutrophils 0.3", "clozapine should be interrupted"),
    ("neutrophils 0.3 on methotrexate", "neutrophils 0.3", "blood counts should be monitored"),
    ("glucose 540 mg/dl on metformin", "glucose 540 (in mg/dL)", ""),
    ("spironolactone K 6.4, hold?", "potassium 6.4", "spironolactone is contraindicated for this patient"),
    ("platelets 12 on valproate, carry on?", "platelets 12", "thrombocytopenia"),
)


@pytest.mark.parametrize(("question", "value", "label"), ASKED)
def test_it_is_urgent_first_and_then_what_the_label_says(
    starter_library: Library, question: str, value: str, label: str
) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    short = [s.text for s in answer.section("bottom_line").statements]
    assert short[0].startswith(f"Critical value, {value}") and "urgent in itself" in short[0], short
    assert label in short[1], short
    assert not any("off-label" in line or "No study of this use" in line for line in short), short
    assert answer.warnings[0].code == "critical"


@pytest.mark.parametrize("reader", ["patient", "carer"])
def test_people_who_are_no_professionals_are_told_whom_to_call(starter_library: Library, reader: str) -> None:
    question = "my potassium is 6.3 and I take lisinopril"
    answer = probatum.answer(question, library=starter_library, reader=reader, as_of="2026-11-29")
    first = answer.section("bottom_line").statements[0].plain
    assert first.startswith("This may be an emergency: potassium 6.3") and "Call the doctor" in first, first


@pytest.mark.parametrize(
    "question",
    [
        "warfarin target INR 2.5",
        "K was 6.3 last year, now 4.2 on lisinopril",
        "lisinopril K 5.2",
        "eGFR 12 on metformin",
        "trials of spironolactone in people with potassium 6.4",
    ],
)
def test_there_is_no_false_alarm(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    assert not any("Critical value" in s.text for s in answer.section("bottom_line").statements)
    assert not any(one.code == "critical" for one in answer.warnings)


def test_what_a_medicine_does_for_others_stands_aside(starter_library: Library) -> None:
    answer = probatum.answer("can I start apixaban with platelets 15", library=starter_library, as_of="2026-11-29")
    short = [s.text for s in answer.section("bottom_line").statements]
    assert "speaks of platelets 15" in short[1], short
    assert not any("trial" in line or "moderate certainty" in line for line in short), short


def test_a_short_name_of_a_test_is_no_slip(starter_library: Library) -> None:
    answer = probatum.answer("neuts 0.4 on carbamazepine fever", library=starter_library, as_of="2026-11-29")
    assert answer.question.patient.values == ("neutrophils 0.4",)


def test_a_sugar_is_nobodys_age(starter_library: Library) -> None:
    question = "my sugar is 1.9 and I'm on insulin"
    answer = probatum.answer(question, library=starter_library, reader="patient", as_of="2026-11-29")
    assert not answer.question.patient.age
    assert next_steps(answer)[0].startswith("This may be an emergency: glucose 1.9")
    assert not any("next visit. Ask first" in step for step in next_steps(answer))
