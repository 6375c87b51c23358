"""What is taken is judged by its own label; what replaces it is told with its doses, and a change that nobody tells."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-11-22"


def lead(library: Library, question: str, reader: str = "doctor") -> list[str]:
    answer = probatum.answer(question, library=library, reader=reader, as_of=AS_OF)
    return [s.text for s in answer.section("bottom_line").statements]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("pt takes metformin for diabetes, eGFR 27, switch to dapagliflozin?", "Metformin, which is taken, is contra"),
        ("patient takes nitrofurantoin for UTI, eGFR 25, trimethoprim instead?", "Nitrofurantoin, which is taken, is"),
        ("pt on dabigatran for AF eGFR 28, change to apixaban?", "Dabigatran, which is taken, at the dose for such a"),
        (
            "woman on lisinopril now 8 weeks pregnant, switch to metoprolol?",
            "Lisinopril, which is taken, is advised against",
        ),
    ],
)
def test_what_is_taken_is_judged_first(starter_library: Library, question: str, first: str) -> None:
    assert lead(starter_library, question)[0].startswith(first)


def test_the_dose_for_some_stands_beside_the_usual_one(starter_library: Library) -> None:
    for question in ("pt on dabigatran for AF eGFR 28, change to apixaban?", "apixaban dose in AF, eGFR 35"):
        told = next(text for text in lead(starter_library, question) if text.startswith("Label dose"))
        assert told.index("5 mg by mouth twice daily") < told.index("at least 2 of these 3")


def test_what_makes_way_is_not_taken_beside_the_other(starter_library: Library) -> None:
    said = " ".join(lead(starter_library, "pt on enoxaparin for DVT eGFR 24, change to apixaban?"))
    assert "1 mg/kg under the skin once daily" in said and "other anticoagulants" not in said


def test_a_change_that_no_label_tells_is_said_to_be_untold(starter_library: Library) -> None:
    first = lead(starter_library, "how to switch from dabigatran to apixaban")[0]
    assert first.startswith("No label or guideline that is held tells how dabigatran is changed for apixaban")


def test_the_first_dose_stands_before_what_it_is_raised_to(starter_library: Library) -> None:
    told = lead(starter_library, "empagliflozin dose in type 2 diabetes")[0]
    assert told.index("10 mg by mouth once daily") < told.index("25 mg once daily")


def test_a_starting_dose_begins_with_most_people(starter_library: Library) -> None:
    told = lead(starter_library, "how do I start lisinopril")[0]
    assert told.index("in hypertension") < told.index("creatinine clearance") if "clearance" in told else True
    assert "10 mg by mouth once daily" in told


def test_every_contraindication_of_a_long_label_bars(starter_library: Library) -> None:
    told = lead(starter_library, "can a patient with hemiplegic migraine have sumatriptan?")[0]
    assert "contraindicated for this patient" in told and "hemiplegic" in told


def test_a_medicine_barred_for_the_kidneys_has_no_dose_for_them(starter_library: Library) -> None:
    said = " ".join(lead(starter_library, "pt on rivaroxaban 20 mg CrCl 12"))
    assert "advised against" in said and "15 mg once daily" not in said
