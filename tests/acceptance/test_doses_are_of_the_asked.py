"""A dose that a path begins with is one of what was asked about, in a trial that speaks for it, and no result."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _path(library: Library, question: str) -> str:
    answer = probatum.answer(question, library=library, as_of="2026-11-29")
    return " ".join(s.text for part in answer.sections if part.id == "algorithm" for s in part.statements)


@pytest.mark.parametrize(
    "question",
    ["aciclovir in Bell's palsy: any benefit?", "acyclovir for Bell's palsy", "does aciclovir help in facial palsy?"],
)
def test_the_dose_beside_a_treatment_is_not_its_own(starter_library: Library, question: str) -> None:
    assert "25 mg" not in _path(starter_library, question)


def test_the_dose_of_a_guideline_goes_before_that_of_a_trial(starter_library: Library) -> None:
    path = _path(starter_library, "prednisolone for Bell's palsy")
    assert "the dose of prednisolone in adults is 50 mg by mouth daily for 10 days" in path


@pytest.mark.parametrize(
    "question",
    [
        "does tranexamic acid cut the risk of PPH at caesarean in high risk women?",
        "tranexamic acid to lower blood loss at caesarean section",
    ],
)
def test_a_difference_is_no_dose(starter_library: Library, question: str) -> None:
    dosed = [part for part in _path(starter_library, question).split(". ") if part.startswith(("Dose", "Start"))]
    assert not any(" ml" in part for part in dosed), dosed


@pytest.mark.parametrize(
    "question",
    [
        "hydrocortisone in ICU for severe pneumonia lower mortality?",
        "hydrocortisone for severe covid in intensive care",
    ],
)
def test_a_place_is_no_treatment_and_a_trial_without_a_result_gives_no_dose(
    starter_library: Library, question: str
) -> None:
    path = _path(starter_library, question)
    assert "intensive care units" not in path and "50 mg" not in path


def test_a_time_is_no_treatment(starter_library: Library) -> None:
    path = _path(starter_library, "emollients from birth to prevent eczema")
    assert "do not start emollients" in path and "birth" not in path


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("does atorvastatin in over 70s prevent disability?", "No effect of atorvastatin on"),
        ("hydrocortisone in ICU for severe pneumonia lower mortality?", "Hydrocortisone may reduce"),
    ],
)
def test_an_effect_is_said_of_the_treatment_alone(starter_library: Library, question: str, name: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    assert name in answer.sections[0].statements[0].text
    assert not any(w.code == "withheld" for w in answer.warnings)
    grades = {part.id: " ".join(s.text for s in part.statements).lower() for part in answer.sections}
    level = "high" if "atorvastatin" in name else "low"
    assert f"{level} certainty" in grades["evidence"] and f"{level}-certainty" in grades["conclusion"]
