"""Traits of the patient: what is said where a study does not speak of such people."""

from __future__ import annotations

import pytest
from appraise_records import make

from probatum.appraise import traits
from probatum.model import Patient, Question, RecordKind

KIDNEY = "not in kidney disease"


@pytest.mark.parametrize(
    ("patient", "text", "said"),
    [
        (Patient(kidney="chronic kidney disease stage 4"), "We gave the syrup to 40 people.", KIDNEY),
        (Patient(kidney="eGFR 25"), "People with an eGFR of 15 to 45 took the syrup.", ""),
        (Patient(kidney="on dialysis"), "People on haemodialysis took the syrup.", ""),
        (Patient(kidney="no kidney disease"), "We gave the syrup to 40 people.", ""),
        (
            Patient(liver="cirrhosis"),
            "We gave the syrup to 40 people.",
            "not in liver disease",
        ),
        (Patient(liver="cirrhosis"), "Cirrhotic people took the syrup.", ""),
        (Patient(pregnancy="pregnant"), "We gave the syrup to 40 people.", "not in pregnancy"),
        (Patient(pregnancy="pregnant"), "Antenatal syrup was given.", ""),
        (Patient(breastfeeding=True), "We gave the syrup to 40 people.", "not in breast-feeding"),
        (Patient(), "We gave the syrup to 40 people.", ""),
    ],
)
def test_people_that_a_study_does_not_speak_of(patient: Patient, text: str, said: str) -> None:
    assert traits.note(Question("q", "q", patient=patient), make(text)) == said


@pytest.mark.parametrize("kind", [RecordKind.LABEL, RecordKind.GUIDELINE])
def test_labels_and_guidelines_speak_of_all_their_people(kind: RecordKind) -> None:
    question = Question("q", "q", patient=Patient(kidney="chronic kidney disease"))
    assert traits.note(question, make("The syrup is for all.", kind=kind)) == ""
