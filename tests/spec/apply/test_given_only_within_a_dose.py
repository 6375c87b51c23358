"""Two medicines given together only up to a dose, or with less of one: the amount is forbidden, not the pair."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.together import limited
from probatum.model import Answer


def _said(answer: Answer, name: str) -> str:
    return "\n".join(s.text for section in answer.sections if section.id == name for s in section.statements)


def _plain(answer: Answer, name: str) -> str:
    return "\n".join(s.plain for section in answer.sections if section.id == name for s in section.statements)


@pytest.mark.parametrize(
    ("text", "limit", "less"),
    [
        ("Aspirin above 100 mg daily reduces the effect of ticagrelor and should be avoided.", True, False),
        ("With amlodipine, the dose of simvastatin should not exceed 20 mg daily.", True, False),
        ("The dose of digoxin should be lowered by a third to a half.", False, True),
        ("The INR should be monitored closely and the dose of warfarin reduced.", False, True),
        ("Clopidogrel with omeprazole should be avoided.", False, False),
        ("With ciclosporin, the dose of colchicine may need to be reduced.", False, False),
        ("Aspirin above 100 mg daily should be avoided; ticagrelor with clopidogrel should be avoided.", False, False),
    ],
)
def test_of_what_is_forbidden(text: str, limit: bool, less: bool) -> None:
    assert limited.to_a_limit(text) is limit
    assert limited.to_less(text) is less


@pytest.mark.parametrize(
    ("typed", "over", "lowered"),
    [
        ("78M ACS on ticagrelor, aspirin 300 daily ok?", "Aspirin 300 mg daily (the unit", "aspirin to 100 mg daily"),
        ("simvastatin 40 + amlodipine 10, what to do", "Simvastatin 40 mg (the unit", "simvastatin to 20 mg daily"),
        ("atorvastatin 80 and clarithromycin 7 days", "Atorvastatin 80 mg (the unit", "atorvastatin to 20 mg daily"),
    ],
)
def test_the_dose_that_was_typed_is_judged_and_lowered(
    typed: str, over: str, lowered: str, starter_library: Library
) -> None:
    answer = probatum.answer(typed, library=starter_library)
    assert _said(answer, "bottom_line").startswith(over)
    path = _said(answer, "algorithm")
    assert "only within the limit of the dose" in path and f"lower {lowered} or less" in path
    assert "do not give" not in path.lower()
    assert "the dose told is above it" in _said(answer, "conclusion")


def test_a_dose_within_the_limit_is_not_called_too_much(starter_library: Library) -> None:
    answer = probatum.answer("ticagrelor with aspirin 75 mg", library=starter_library)
    assert "is above the limit" not in _said(answer, "bottom_line")
    assert "as the dose that is told is" not in _said(answer, "algorithm")


def test_a_number_of_days_is_no_dose(starter_library: Library) -> None:
    said = _said(
        probatum.answer("clarithromycin 40 days with simvastatin 10 mg", library=starter_library), "bottom_line"
    )
    assert "the unit is not told" not in said


def test_what_is_begun_beside_a_dose_keeps_the_dose(starter_library: Library) -> None:
    typed = "I take simvastatin 40mg, doctor started amlodipine, is that safe"
    said = _plain(probatum.answer(typed, library=starter_library, reader="patient"), "bottom_line")
    assert "goes over the 20 mg that is allowed" in said


@pytest.mark.parametrize(
    "typed",
    [
        "pt on digoxin 125 mcg being started on amiodarone, need to change dig dose?",
        "digoxin and amiodarone together",
    ],
)
def test_the_cut_of_the_dose_leads_and_no_loading_dose_is_offered(typed: str, starter_library: Library) -> None:
    answer = probatum.answer(typed, library=starter_library)
    first = _said(answer, "bottom_line")
    assert first.startswith("Together only with a lower dose (UK label of amiodarone)")
    assert "a third to a half" in first.split("\n")[0]
    assert "loading" not in first + _said(answer, "dosing") + _said(answer, "algorithm")
    assert "only with a lower dose" in _said(answer, "algorithm")
    assert "only with a lower dose" in _said(answer, "conclusion")


def test_a_dose_beside_what_calls_for_less_is_no_loading_dose(starter_library: Library) -> None:
    answer = probatum.answer("digoxin dose in patient taking amiodarone", library=starter_library)
    assert "a third to a half" in _said(answer, "bottom_line").split("\n")[0]
    assert "loading" not in _said(answer, "bottom_line") + _said(answer, "algorithm")
    alone = probatum.answer("digoxin dose in heart failure", library=starter_library)
    assert "loading" in _said(alone, "dosing")


def test_what_is_to_be_avoided_as_such_stays_so(starter_library: Library) -> None:
    answer = probatum.answer("methotrexate with trimethoprim", library=starter_library)
    assert _said(answer, "bottom_line").startswith("To be avoided together")
    assert _said(answer, "algorithm").startswith("Do not give methotrexate and trimethoprim together")


def test_what_is_done_where_both_are_taken_leaves_nothing_to_a_call_of_oneself(starter_library: Library) -> None:
    answer = probatum.answer("clarithromycin with colchicine in CKD", library=starter_library)
    assert "call the prescriber" not in _said(answer, "algorithm")


def test_a_pair_leads_before_one_of_them_at_such_a_value(starter_library: Library) -> None:
    answer = probatum.answer("trimethoprim eGFR 20 on ramipril spironolactone", library=starter_library)
    first = _said(answer, "bottom_line").split("\n")
    assert first[0].startswith("Trimethoprim with ramipril and spironolactone") and "hyperkalaemia" in first[0]
    assert first[1].startswith("Spironolactone with ramipril and trimethoprim") and "hyperkalaemia" in first[1]
    assert first[2].startswith("Dose for this patient (UK label of trimethoprim)")


def test_leave_stays_the_answer_where_nothing_is_told_of_what_is_taken(starter_library: Library) -> None:
    answer = probatum.answer("metformin eGFR 25 on lisinopril", library=starter_library)
    assert _said(answer, "bottom_line").startswith("No: metformin is contraindicated for this patient")


def test_no_dose_is_for_a_patient_for_whom_the_pair_is_forbidden(starter_library: Library) -> None:
    answer = probatum.answer("finerenone with itraconazole T2DM CKD", library=starter_library)
    assert "the starting dose of finerenone" not in _said(answer, "bottom_line")
    alone = probatum.answer("finerenone T2DM CKD eGFR 40", library=starter_library)
    assert "the starting dose of finerenone is 10 mg" in _said(alone, "bottom_line") + _said(alone, "algorithm")


@pytest.mark.parametrize(
    ("typed", "barred"),
    [
        ("finerenone with itraconazole T2DM CKD", False),  # poor kidneys are not dialysed ones
        ("finerenone T2DM CKD on dialysis", True),
    ],
)
def test_who_is_on_dialysis_has_to_be_told(typed: str, barred: bool, starter_library: Library) -> None:
    said = _said(probatum.answer(typed, library=starter_library), "alternatives")
    told = "contraindicated for this patient: people on dialysis" in said
    assert told is (barred and "on dialysis" in said)


@pytest.mark.parametrize(
    ("typed", "some"),
    [
        ("eGFR 28, on clarithromycin - colchicine ok?", False),
        ("on clarithromycin - colchicine ok?", True),
    ],
)
def test_some_people_are_this_patient_where_the_kidneys_are_told(
    typed: str, some: bool, starter_library: Library
) -> None:
    said = _said(probatum.answer(typed, library=starter_library), "bottom_line")
    assert ("Not to be taken together by some people" in said) is some
    assert "Not to be taken together" in said


def test_advice_on_one_in_an_illness_speaks_for_no_two_together(starter_library: Library) -> None:
    answer = probatum.answer("on methotrexate, trimethoprim for UTI?", library=starter_library)
    path = _said(answer, "algorithm")
    assert path.startswith("Do not start trimethoprim") and "Sources disagree" not in path


def test_advice_against_two_together_is_none_against_one(starter_library: Library) -> None:
    answer = probatum.answer("trimethoprim eGFR 20 on ramipril spironolactone", library=starter_library)
    told = "\n".join(_said(answer, name) for name in ("bottom_line", "evidence", "algorithm"))
    assert "methotrexate with trimethoprim" not in told
