"""An allergy beside an illness is the patient's: advice on another illness is none for who has the same allergy."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


@pytest.mark.parametrize(
    ("typed", "title", "told"),
    [
        ("pyelonephritis antibiotic penicillin allergy", "Antibiotics for pyelonephritis", "cefalexin"),
        ("otitis media penicillin allergy antibiotic", "Antibiotics for otitis media", "clarithromycin"),
        ("antibiotic for sore throat with penicillin allergy", "Antibiotics for pharyngitis", "clarithromycin"),
        ("pneumonia, penicillin allergy, which antibiotic", "Antibiotics for pneumonia", "doxycycline"),
        (
            "Which antibiotic for cellulitis in someone with penicillin allergy?",
            "Antibiotics for cellulitis",
            "clarithro",
        ),
    ],
)
def test_the_illness_is_treated_and_not_the_allergy(typed: str, title: str, told: str, starter_place: Library) -> None:
    answer = probatum.answer(typed, library=starter_place)
    said = [s.text for s in answer.sections[0].statements]
    assert answer.title == title
    assert any(told in text for text in said)
    assert "penicillins" in answer.question.patient.allergies
    assert not any("not studied in penicillin allergy" in text for text in said)
    if "cellulitis" not in typed:
        assert not any("cellulitis" in text for text in said)
    assert not any("For a bite" in text or "for a bite" in text for text in said)


def test_whether_it_may_be_given_all_the_same_is_still_asked(starter_place: Library) -> None:
    asked = probatum.answer("Aspirin in asthma with aspirin allergy", library=starter_place).question
    assert any("allergy" in f"{c.label} {c.text}" for c in asked.concepts) or asked.patient.allergies
