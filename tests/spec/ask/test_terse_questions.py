"""Questions as clinicians type them: openings and endings are no part, details of the patient are no illness."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.ask.words.asides import blanked
from probatum.model import Intent, Role


@pytest.mark.parametrize(
    ("typed", "intent", "population", "intervention", "comparator", "outcome"),
    [
        (
            "is there any point giving zanamivir to a healthy 25 yr old with flu",
            Intent.THERAPY,
            "flu",
            "zanamivir",
            "",
            "",
        ),
        ("Can I give naproxen to somebody on rivaroxaban?", Intent.INTERACTION, "", "naproxen", "", ""),
        ("best first line for asthma in black patients", Intent.THERAPY, "black patients with asthma", "", "", ""),
        ("what antibiotic for pneumonia in penicillin allergy", Intent.THERAPY, "pneumonia", "antibiotic", "", ""),
        ("aciclovir in shingles how long after onset", Intent.THERAPY, "herpes zoster", "acyclovir", "", ""),
        (
            "low dose aspirin to prevent stroke in healthy women",
            Intent.PREVENTION,
            "healthy women",
            "aspirin",
            "",
            "stroke",
        ),
        (
            "prednisolone vs nsaid for acute gout in CKD",
            Intent.THERAPY,
            "gout",
            "prednisolone",
            "anti-inflammatory",
            "",
        ),
        ("troponin to rule out myocardial infarction how good is it", Intent.DIAGNOSIS, "", "troponin", "", ""),
        (
            "rivaroxaban or warfarin for atrial fibrillation in dialysis",
            Intent.THERAPY,
            "atrial fibrillation",
            "warfarin",
            "",
            "",
        ),
        ("how long should we treat cellulitis in a man", Intent.THERAPY, "man with cellulitis", "", "", ""),
        (
            "is it safe to give amoxicillin to a child with asthma",
            Intent.HARM,
            "child with asthma",
            "amoxicillin",
            "",
            "",
        ),
        (
            "is morphine or ketamine better for pain in adults",
            Intent.THERAPY,
            "adults",
            "morphine or ketamine",
            "",
            "pain",
        ),
        ("early versus late appendectomy", Intent.THERAPY, "", "early appendectomy", "late appendectomy", ""),
        ("type 2 diabetes metformin vs gliclazide", Intent.THERAPY, "type 2 diabetes", "metformin", "gliclazide", ""),
        ("what's the evidence for acupuncture in migraine", Intent.THERAPY, "migraine", "acupuncture", "", ""),
        ("omeprazole long term risks", Intent.HARM, "", "omeprazole", "", ""),
        ("midazolam dose seizure child", Intent.DOSING, "", "midazolam", "", ""),
        ("can you drink alcohol on disulfiram", Intent.INTERACTION, "", "alcohol", "", ""),
        ("antibiotics for acute bronchitis in over 65s", Intent.THERAPY, "bronchitis", "antibiotics", "", ""),
        (
            "beta blocker after myocardial infarction needed?",
            Intent.THERAPY,
            "myocardial infarction",
            "beta blocker",
            "",
            "",
        ),
    ],
)
def test_terse_questions_are_read(
    typed: str, intent: Intent, population: str, intervention: str, comparator: str, outcome: str
) -> None:
    asked = read(typed)
    assert asked.intent is intent
    for said, wanted in (
        (asked.population, population),
        (asked.intervention, intervention),
        (asked.comparator, comparator),
        (asked.outcome, outcome),
    ):
        assert wanted.lower() in said.lower()
    if not comparator:
        assert not asked.comparator
    if not intervention:
        assert not asked.intervention


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("what's the evidence for physio in frozen shoulder", "physio in frozen shoulder"),
        ("any evidence for melatonin in jet lag?", "melatonin in jet lag"),
        ("tranexamic acid in trauma timing", "tranexamic acid in trauma"),
        ("man with gout and CKD, what can he have", "man with gout and CKD"),
        # what is part of the question stays
        ("Is metformin safe", "Is metformin safe"),
        ("What is the role of mexiletine in cramps", "What is the role of mexiletine in cramps"),
        ("how good is troponin", "how good is troponin"),
        ("dose", "dose"),
    ],
)
def test_asides_are_blanked_and_places_stay(typed: str, left: str) -> None:
    made = blanked(typed)
    assert len(made) == len(typed)
    assert made.strip(" ?") == left
    at = typed.index(left)
    assert made[at : at + len(left)] == left


def test_two_medicines_together_are_both_asked_about() -> None:
    asked = read("Can I give naproxen to somebody on rivaroxaban?")
    assert asked.patient.drugs == ("rivaroxaban",)
    assert {c.label for c in asked.concepts if c.role is Role.INTERVENTION} == {"naproxen", "rivaroxaban"}
