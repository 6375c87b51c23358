"""A path that a ward round can follow: whom it calls in, the dose of what a branch leads to, each sentence once."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer


def _path(typed: str, library: Library) -> list[str]:
    return _texts(probatum.answer(typed, library=library), "algorithm")


def _texts(answer: Answer, section: str) -> list[str]:
    return [s.text for p in answer.sections if p.id == section for s in p.statements]


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("prednisolone for giant cell arteritis", "ophthalmologist on the same day"),
        ("dexamethasone for croup in a child of 2 years", "admitted to hospital"),
    ],
)
def test_a_path_says_whom_it_calls_in(typed: str, called: str, starter_library: Library) -> None:
    step = next(text for text in _path(typed, starter_library) if text.startswith("Call in help"))
    assert called in step


def test_a_dose_of_what_a_branch_leads_to_is_told(starter_library: Library) -> None:
    path = _path(
        "Does spironolactone lower mortality in heart failure with reduced ejection fraction?", starter_library
    )
    assert any("dapagliflozin is 10 mg by mouth once daily" in text and "leave this path" in text for text in path), (
        path
    )


def test_what_is_taken_for_long_has_no_dose_for_an_attack(starter_library: Library) -> None:
    path = _path("colchicine for a gout flare in kidney failure", starter_library)
    assert not any(text.startswith(("Allopurinol in its place", "Febuxostat in its place")) for text in path)


def test_what_eases_a_fever_is_no_way_on_from_what_treats(starter_library: Library) -> None:
    path = " ".join(_path("dexamethasone for croup in a child of 2 years", starter_library))
    assert "weigh budesonide" in path and "ibuprofen" not in path


@pytest.mark.parametrize("typed", ["prednisolone for giant cell arteritis", "amitriptyline for neuropathic pain"])
def test_no_sentence_stands_in_two_steps(typed: str, starter_library: Library) -> None:
    told = [text.partition(": ")[2] for text in _path(typed, starter_library) if len(text.split()) > 12]
    assert len(told) == len(set(told))


def test_the_treatment_is_none_in_its_own_place(starter_library: Library) -> None:
    answer = probatum.answer("low dose aspirin to prevent pre-eclampsia", library=starter_library)
    assert not any("75 mg to 150 mg" in text for text in _texts(answer, "alternatives"))
    assert any("75 mg to 150 mg" in text for text in _texts(answer, "algorithm"))


@pytest.mark.parametrize("drug", ["ibuprofen", "naproxen"])
def test_advice_against_a_class_in_an_illness_bars_its_members(drug: str, starter_library: Library) -> None:
    answer = probatum.answer(f"Can I take {drug} with diverticulitis?", library=starter_library)
    assert f"{drug} is advised against" in _texts(answer, "bottom_line")[0]
    path = _texts(answer, "algorithm")
    assert path[0].startswith(f"Do not start {drug}") and "weigh acetaminophen" in path[1]


def test_what_the_same_advice_is_for_is_not_barred(starter_library: Library) -> None:
    answer = probatum.answer("Can I take paracetamol with diverticulitis?", library=starter_library)
    assert "advised against" not in " ".join(_texts(answer, "bottom_line"))


def test_advice_at_a_value_decides_nothing_without_it(starter_library: Library) -> None:
    answer = probatum.answer("Should I start a statin in a healthy 78 year old woman?", library=starter_library)
    assert "creatine kinase is more than 5 times" not in " ".join(_texts(answer, "bottom_line"))
    assert not any(text.startswith("A guideline is against it") for text in _texts(answer, "algorithm"))


def test_what_no_study_tells_is_said_with_the_search(starter_library: Library) -> None:
    answer = probatum.answer("prednisolone for giant cell arteritis", library=starter_library)
    gaps = " ".join(_texts(answer, "evidence_gaps"))
    assert "giant cell arteritis" in gaps and "records) on" in gaps


def test_a_part_of_a_trial_is_told_in_its_own_words(starter_library: Library) -> None:
    answer = probatum.answer("rivaroxaban for deep vein thrombosis", library=starter_library)
    told = [text for text in _texts(answer, "evidence") if "7.1%" in text]
    assert told and all("extended treatment" in text.lower() for text in told)
