"""A condition that a question sets is held to the part of a study's people that a result is of."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.evidence import strata


def _lines(library: Library, question: str, section: str) -> list[str]:
    answer = probatum.answer(question, library=library, as_of="2026-11-29")
    return [s.text for part in answer.sections if part.id == section for s in part.statements]


@pytest.mark.parametrize(
    "question",
    [
        "does dexamethasone reduce mortality in covid patients not needing oxygen?",
        "dexamethasone for covid without oxygen",
        "should dexamethasone be given in covid to people who do not need oxygen",
    ],
)
def test_without_support_no_effect_leads_and_nothing_is_started(starter_library: Library, question: str) -> None:
    assert "without respiratory support was detected" in _lines(starter_library, question, "bottom_line")[0]
    path = " ".join(_lines(starter_library, question, "algorithm"))
    assert "do not start dexamethasone" in path and "6 mg" not in path


def test_with_support_the_effect_leads(starter_library: Library) -> None:
    first = _lines(starter_library, "dexamethasone for covid on oxygen, does it lower death", "bottom_line")[0]
    assert "reduces death" in first


@pytest.mark.parametrize(("asked", "ratio"), [("above 140", "0.79"), ("150", "0.79"), ("below 140", "0.36")])
def test_a_limit_is_held_to_the_part_on_its_side(starter_library: Library, asked: str, ratio: str) -> None:
    question = f"does clopidogrel plus aspirin help after TIA when systolic BP is {asked}?"
    assert ratio in _lines(starter_library, question, "bottom_line")[0]


@pytest.mark.parametrize("question", ["SGLT2 inhibitor when eGFR is 25", "SGLT2 inhibitors with an eGFR below 30"])
def test_the_result_within_a_limit_leads(starter_library: Library, question: str) -> None:
    assert "0.71" in _lines(starter_library, question, "bottom_line")[0]


@pytest.mark.parametrize(("there", "ratio"), [("with", "5.69"), ("without", "1.05")])
def test_what_is_there_or_not_decides(starter_library: Library, there: str, ratio: str) -> None:
    question = f"antibiotics for appendicitis {there} an appendicolith: more complications?"
    assert ratio in _lines(starter_library, question, "bottom_line")[0]


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("systolic blood pressure above 140", "people with a systolic blood pressure of 140 mm Hg or more", 1),
        ("systolic pressure above 140", "people with a diastolic blood pressure of 90 mm Hg or less", 0),
        ("LVEF of 35%", "people with an ejection fraction of 40% or less", 1),
        ("LVEF of 55%", "people with an ejection fraction of 40% or less", -1),
        ("people without ventilation", "deaths on invasive ventilation", -1),
    ],
)
def test_conditions_are_read_and_compared(one: str, other: str, meet: int) -> None:
    assert strata.meets(strata.read(one), other) == meet
