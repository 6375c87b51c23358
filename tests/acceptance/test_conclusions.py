"""The conclusion: what holds, for whom and how surely, and the main caution; never empty where there is an answer."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-11-28"


def _said(library: Library, question: str, section: str = "conclusion") -> str:
    answer = probatum.answer(question, library=library, as_of=AS_OF)
    return " ".join(s.text for s in answer.section(section).statements)


def test_where_the_short_answer_quotes_a_source_the_conclusion_weighs_it(starter_library: Library) -> None:
    said = _said(starter_library, "paxlovid for a 70 year old with covid day 3, takes atorvastatin")
    assert said.startswith("High-certainty evidence (1 randomised trial, 2,246 people): ")
    assert "lowered hospitalisation or death" in said and "The main caution (US label" in said


def test_what_a_label_forbids_this_patient_comes_first(starter_library: Library) -> None:
    said = _said(starter_library, "alendronate in a woman with eGFR 30")
    assert said.startswith("Alendronate is advised against for this patient (US label of alendronate)")


@pytest.mark.parametrize("question", ["pregabalin for sciatica", "dapagliflozin HFrEF without diabetes"])
def test_a_reaction_to_the_medicine_itself_is_no_main_caution(starter_library: Library, question: str) -> None:
    said = _said(starter_library, question)
    assert said and "hypersensitivity" not in said


def test_the_conclusion_is_of_the_outcome_that_the_short_answer_tells(starter_library: Library) -> None:
    said = _said(starter_library, "antibiotics for sore throat, are they worth it")
    assert "soreness" in said and "rheumatic" not in said


def test_that_nothing_need_be_changed_is_no_main_caution(starter_library: Library) -> None:
    said = _said(starter_library, "does apixaban need a lower dose with clarithromycin in AF?")
    assert "main caution" in said and "need not be changed" not in said
