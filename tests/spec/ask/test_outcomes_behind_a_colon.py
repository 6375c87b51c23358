"""What stands behind a colon and befalls people is what is counted, and nobody's illness."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Role


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        (
            "DOAC vs warfarin in older patients with AF: intracranial haemorrhage, patient-level meta-analysis",
            "intracranial haemorrhage",
        ),
        ("apixaban vs warfarin in AF: major bleeding", "major bleeding"),
        ("corticosteroids in COPD exacerbation: pneumonia, meta-analysis", "pneumonia"),
    ],
)
def test_it_is_the_outcome(typed: str, outcome: str) -> None:
    question = read(typed)
    assert question.outcome == outcome
    assert not {c.label for c in question.having(Role.OUTCOME)} & set(question.patient.conditions)
    assert len(question.having(Role.POPULATION)) == 1


@pytest.mark.parametrize("typed", ["apixaban in AF: liver cirrhosis", "apixaban dose in AF: CKD 4, 80 kg"])
def test_what_tells_of_the_patient_is_none(typed: str) -> None:
    assert read(typed).outcome == ""
