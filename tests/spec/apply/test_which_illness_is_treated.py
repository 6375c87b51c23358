"""Which of several illnesses is to be treated, and studies of people who have another besides."""

from __future__ import annotations

import pytest

from probatum.apply.patient.complaint import complaint, has_another, is_another
from probatum.model import Concept, Intent, Patient, Question, Role


def question(*ill: str, patient: Patient) -> Question:
    concepts = tuple(Concept(name, name, Role.POPULATION, semantic="condition") for name in ill)
    return Question(typed="?", read="?", intent=Intent.THERAPY, concepts=concepts, patient=patient)


@pytest.mark.parametrize(
    ("ill", "patient", "treated"),
    [
        (("gout", "chronic kidney disease"), Patient(kidney="chronic kidney disease stage 4"), ["gout"]),
        (("migraine", "asthma"), Patient(conditions=("asthma",)), ["migraine"]),
        (("ascites", "cirrhosis of the liver"), Patient(liver="cirrhosis"), ["ascites"]),
        (("chronic kidney disease",), Patient(kidney="chronic kidney disease"), ["chronic kidney disease"]),
        (("asthma", "rhinitis"), Patient(), ["asthma", "rhinitis"]),
    ],
)
def test_a_detail_of_the_patient_is_not_what_is_treated(
    ill: tuple[str, ...], patient: Patient, treated: list[str]
) -> None:
    assert [c.label for c in complaint(question(*ill, patient=patient))] == treated


@pytest.mark.parametrize(
    ("title", "asked", "another"),
    [
        ("Zarquamine in kidney disease and type 2 diabetes", "best treatment for type 2 diabetes", True),
        ("Zarquamine and kidney disease outcomes in type 2 diabetes", "best treatment for type 2 diabetes", True),
        ("Zarquamine and mortality in type 2 diabetes", "best treatment for type 2 diabetes", False),
        ("Zarquamine in kidney disease and type 2 diabetes", "treatment of type 2 diabetes in kidney disease", False),
        ("Zarquamine in type 2 diabetes with albuminuria and an eGFR below 45", "treatment of type 2 diabetes", True),
        ("Zarquamine for gout: a randomised trial", "treatment of gout", False),
    ],
)
def test_a_study_of_people_with_another_illness_besides(title: str, asked: str, another: bool) -> None:
    assert has_another(title, asked) is another


@pytest.mark.parametrize(
    ("outcome", "another"), [("rheumatic fever", True), ("gout attacks", False), ("joint tenderness score", False)]
)
def test_a_complication_is_another_illness(outcome: str, another: bool) -> None:
    assert is_another(outcome, question("gout", patient=Patient())) is another
