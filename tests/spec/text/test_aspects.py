"""Aspects: which side of a thing is asked for, and which a heading tells."""

from __future__ import annotations

import pytest

from probatum.text import aspects


@pytest.mark.parametrize(
    ("question", "side"),
    [
        ("What is quarry fever?", "description"),
        ("What is (are) quarry fever ?", "description"),
        ("Can you summarize quarry fever?", "description"),
        ("Do you have information about quarry fever", "description"),
        ("Explain quarry fever.", "description"),
        ("Explain why quarry fever lasts.", ""),
        ("What are the symptoms of quarry fever?", "symptoms"),
        ("Is quarry fever inherited?", "inheritance"),
        ("How common is quarry fever?", "frequency"),
        ("How many people are affected by quarry fever ?", "frequency"),
        ("What is the outlook for quarry fever?", "outlook"),
        ("How to diagnose quarry fever ?", "tests"),
        ("What causes quarry fever?", "causes"),
        ("How do you get quarry fever?", "causes"),
        ("What are the treatments for quarry fever ?", "treatment"),
        ("What is the role of dust in quarry fever?", "role"),
        ("How does zorbin work?", "mechanism"),
        ("How do zorbins protect the lung?", "mechanism"),
        ("How do I protect my lungs?", ""),
        ("Is zorbin a kinase inhibitor?", "kind"),
        ("Zorbin is an anti-dust antibody, yes or no?", "kind"),
        ("Is zorbin a good treatment?", ""),
        ("Is zorbin safe in a patient with a lung disease?", ""),
        ("Is there a drug?", ""),
        ("How does zorbin affect the lung?", ""),
        ("Does rest cure quarry fever?", ""),
        ("What is the dose of zorbin?", ""),
    ],
)
def test_the_side_that_is_asked_for(question: str, side: str) -> None:
    assert aspects.asked(question) == side


@pytest.mark.parametrize(
    ("heading", "side"),
    [
        ("symptoms", "symptoms"),
        ("What are the signs and symptoms of quarry fever?", "symptoms"),
        ("Genetic changes", "genes"),
        ("exams and tests", "tests"),
        ("What is quarry fever?", "description"),
        ("RESULTS", ""),
        ("", ""),
    ],
)
def test_the_side_that_a_heading_tells(heading: str, side: str) -> None:
    assert aspects.headed(heading) == side
