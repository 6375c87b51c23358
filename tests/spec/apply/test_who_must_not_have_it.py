"""Who must not have a medicine: what a label calls contraindicated and whom it keeps the medicine from besides, in the
short answer to just that question and among what a path rules out."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


def _told(typed: str, place: Path, section: str) -> str:
    answer = probatum.answer(typed, library=place, reader="doctor")
    return "\n".join(s.text for one in answer.sections if one.id == section for s in one.statements)


@pytest.mark.parametrize(
    "typed",
    [
        "who should not get pioglitazone",
        "who shoud not get pioglitazone",
        "who shouldnt get pioglitazone",
        "who can't have pioglitazone",
        "pioglitazone contraindications",
    ],
)
def test_all_whom_a_label_keeps_it_from_are_told(starter_place: Path, typed: str) -> None:
    told = _told(typed, starter_place, "bottom_line")
    assert "heart failure of NYHA class III or IV" in told
    assert "should not be used in active bladder cancer" in told
    assert "type 1 diabetes" in told


def test_a_limit_of_something_else_is_none_of_them(starter_place: Path) -> None:
    told = _told("who should not get alteplase", starter_place, "bottom_line")
    assert "intracranial" in told
    assert "ntramuscular injections" not in told


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("pioglitazone for type 2 diabetes", "should not be used in active bladder cancer"),
        ("sitagliptin starting dose in type 2 diabetes", "should not be used in type 1 diabetes"),
    ],
)
def test_a_path_rules_them_out(starter_place: Path, typed: str, held: str) -> None:
    path = _told(typed, starter_place, "algorithm").splitlines()
    assert any(text.startswith("Rule out: ") and held in text for text in path)


@pytest.mark.parametrize("typed", ["finerenone starting dose eGFR 40 in diabetes", "nitrofurantoin for cystitis"])
def test_what_another_step_asks_or_is_for_no_person_is_not_ruled_out(starter_place: Path, typed: str) -> None:
    out = [t for t in _told(typed, starter_place, "algorithm").splitlines() if t.startswith("Rule out: ")]
    assert not any("potassium above" in text or "pyelonephritis" in text for text in out)


def test_a_denial_without_its_apostrophe_stays_one(starter_place: Path) -> None:
    answer = probatum.answer("who shouldnt take glipizide", library=starter_place)
    assert "shouldnt" in answer.title
