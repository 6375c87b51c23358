"""Added to the whole dose: `on max A, add B?` asks about B, also where B is told by what its class acts on."""

from __future__ import annotations

import pytest

from probatum.ask import read

SGLT2 = "sodium-glucose transporter 2 inhibitors"


@pytest.mark.parametrize(
    ("typed", "asked", "taken"),
    [
        ("55M T2DM and ckd egfr 32 on max acei, add sglt2?", SGLT2, "angiotensin-converting enzyme inhibitors"),
        ("HFpEF on furosemide, add sglt2?", SGLT2, "furosemide"),
        (
            "56F with T2DM on max metformin add GLP1?",
            "glucagon-like peptide-1 receptor agonists",
            "metformin",
        ),
        ("on max tolerated ramipril and still hypertensive, add amlodipine?", "amlodipine", "ramipril"),
        ("on full dose sertraline, add mirtazapine?", "mirtazapine", "sertraline"),
    ],
)
def test_what_is_taken_whole_is_not_asked_about(typed: str, asked: str, taken: str) -> None:
    question = read(typed)
    assert question.intervention == asked
    assert taken in question.patient.drugs


def test_both_of_a_choice_are_told_by_their_targets() -> None:
    question = read("T2DM on metformin, start sglt2 or dpp4?")
    labels = {c.label for c in question.concepts}
    assert {SGLT2, "dipeptidyl peptidase 4 inhibitor"} <= labels


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("vitamin b12 low on metformin, add b12?", "b12"),
        ("can il6 rise in sepsis", "il6"),
        ("give vitamin d3 in ckd", "d3"),
    ],
)
def test_what_is_no_target_of_a_class_stays(typed: str, kept: str) -> None:
    question = read(typed)
    assert kept in question.read
    assert "inhibitors" not in question.read


def test_the_highest_dose_is_still_asked_for() -> None:
    question = read("max dose of ramipril in hypertension")
    assert question.intervention == "ramipril"
    assert not question.patient.drugs
