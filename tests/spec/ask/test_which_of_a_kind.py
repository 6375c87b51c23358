"""`which antibiotic with warfarin?`: which of a kind goes with what is taken is asked, unless an illness is told."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("which antibiotic with warfarin", "warfarin"),
        ("safest NSAID with lithium", "lithium"),
        ("best painkiller for someone on methotrexate", "methotrexate"),
        ("which statin with clarithromycin", "clarithromycin"),
        ("what antiemetic is safest on citalopram", "citalopram"),
    ],
)
def test_of_a_kind_beside_what_is_taken(typed: str, taken: str) -> None:
    question = read(typed)
    assert question.intent is Intent.INTERACTION
    assert question.patient.drugs == (taken,)


@pytest.mark.parametrize(
    "typed",
    [
        "which anticoagulant with atrial fibrillation",
        "best statin with diabetes",
        "which antibiotic for cellulitis with warfarin",
        "lisinopril with a thiazide for hypertension",
    ],
)
def test_an_illness_makes_it_another_question(typed: str) -> None:
    assert read(typed).intent is not Intent.INTERACTION


def test_people_who_open_a_question_are_given_nothing() -> None:
    question = read("Breastfeeding mother, which triptan or painkiller for migraine")
    assert question.patient.breastfeeding
    assert not any("mother" in c.text.lower() for c in question.concepts)
    assert "mother" not in question.intervention.lower()
