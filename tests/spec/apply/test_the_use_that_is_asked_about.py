"""What a label is for is known under whatever name it has there, and nothing of another use, of other people or of
another illness takes its place: no child's dose, no dose of one kind, no trial in another illness."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply.patient.borne import lowered, mutual


def _texts(typed: str, place: Path, *sections: str) -> list[str]:
    answer = probatum.answer(typed, library=place)
    return [s.text for one in answer.sections if one.id in sections for s in one.statements]


def test_a_label_for_seizures_is_one_for_epilepsy(starter_place: Path) -> None:
    told = _texts("gabapentin starting dose epilepsy 40M", starter_place, "bottom_line")
    assert "300 mg by mouth 3 times daily" in told[0]
    assert not any("off-label" in text or "only with care" in text.lower() for text in told)
    assert mutual("Epilepsy") == ("seizures",)
    assert mutual("stroke") == ()


def test_what_is_lowered_names_the_illness(starter_place: Path) -> None:
    told = _texts("rosuvastatin for high cholesterol", starter_place, "bottom_line")
    assert "lower LDL cholesterol" in told[0]
    assert lowered("hypertension") == ("lower blood pressure",)
    assert lowered("gout") == ()


@pytest.mark.parametrize(
    ("typed", "lacking"),
    [
        ("lisinopril starting dose hypertension 33F", "0.07 mg/kg"),
        ("lisinopril starting dose hypertension 61M", "0.07 mg/kg"),
    ],
)
def test_a_grown_person_is_told_no_childs_dose(starter_place: Path, typed: str, lacking: str) -> None:
    told = _texts(typed, starter_place, "bottom_line", "dosing")
    assert not any(lacking in text for text in told)
    assert any("10 mg by mouth once daily" in text for text in told)


def test_a_child_is_told_its_own(starter_place: Path) -> None:
    told = _texts("lisinopril dose for hypertension in a 10 year old", starter_place, "bottom_line")
    assert "0.07 mg/kg" in told[0]


@pytest.mark.parametrize(
    "typed",
    ["lisinopril dose for hypertension, 33F 10 weeks pregnant", "my wife is 6 weeks pregnant and takes lisinopril"],
)
def test_what_is_stopped_when_pregnancy_is_found_is_not_begun_in_one(starter_place: Path, typed: str) -> None:
    assert "advised against for this patient" in _texts(typed, starter_place, "bottom_line")[0]
    path = _texts(typed, starter_place, "algorithm")
    assert path[0].startswith("Do not start lisinopril")
    assert not any(text.startswith("Dose as on the label") for text in path)


def test_a_trial_in_another_illness_is_no_answer_beside_a_label_for_this(starter_place: Path) -> None:
    told = _texts("levetiracetam for seizures", starter_place, "bottom_line", "algorithm")
    assert not any("cramp" in text for text in told)
    assert "in focal epilepsy (focal seizures), the first choice is lamotrigine or levetiracetam" in told[0]
    told = _texts("carbamazepine for seizures", starter_place, "bottom_line", "algorithm")
    assert not any("cramp" in text for text in told)
    assert "indicated for partial seizures" in told[0]


def test_one_in_what_it_leads_to_is(starter_place: Path) -> None:
    told = _texts("prolia for osteoporosis fractures", starter_place, "bottom_line")
    assert any("vertebral fractures" in text for text in told)


@pytest.mark.parametrize("typed", ["apixaban dose AF 75kg 70yo", "what dose of warfarin for AF"])
def test_nobody_looks_whether_what_lowers_a_risk_has_helped(starter_place: Path, typed: str) -> None:
    assert not any(text.startswith("Look whether it helps") for text in _texts(typed, starter_place, "algorithm"))


def test_of_what_is_felt_somebody_does(starter_place: Path) -> None:
    path = _texts("gabapentin for postherpetic neuralgia", starter_place, "algorithm")
    assert any(text.startswith(("Look whether it helps", "Review")) for text in path)


def test_the_occasion_for_which_it_is_asked_decides(starter_place: Path) -> None:
    told = _texts("metformin and CT contrast eGFR 50", starter_place, "bottom_line")
    assert "stopped at or before iodinated contrast" in told[0]
    path = _texts("metformin and CT contrast eGFR 50", starter_place, "algorithm")
    assert path[0].startswith("For the occasion: metformin should be stopped at or before iodinated contrast")
    plain = _texts("metformin eGFR 50", starter_place, "bottom_line", "algorithm")
    assert "kidney function should be assessed" in plain[0]
    assert not any(text.startswith("For the occasion") for text in plain)


def test_who_is_switched_is_told_of_the_gap_and_not_sent_back(starter_place: Path) -> None:
    told = _texts("switching ramipril to entresto, when first dose", starter_place, "bottom_line")
    assert told[0].startswith("Changing from one to the other")
    assert "within 36 hours" in told[0]
    path = _texts("change citalopram to sertraline, gap?", starter_place, "algorithm")
    assert path
    assert not any("weigh citalopram" in text for text in path)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("valproate for bipolar man 40", True),
        ("start valproate in 30 year old man", True),
        ("valproate for migraine woman 60", False),
    ],
)
def test_what_a_regulator_advises_against_whatever_the_use_is_told_of_whom_it_is(
    starter_place: Path, typed: str, told: bool
) -> None:
    said = _texts(typed, starter_place, "bottom_line")
    assert any("must not be started in women or men below 55 years" in text for text in said) is told


def test_how_one_is_switched_for_another_is_said_to_be_untold_with_a_dose_between(starter_place: Path) -> None:
    told = _texts("switch atorvastatin 20mg to rosuvastatin how", starter_place, "bottom_line")
    assert "tells how atorvastatin is changed for rosuvastatin" in told[0]
