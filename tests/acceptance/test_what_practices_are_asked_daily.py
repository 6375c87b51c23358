"""What a practice is asked every day: the short answer holds the choice, its dose whole, and is for the patient."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

LEADS = (
    ("dental abscess, which antibiotic", "phenoxymethylpenicillin (penicillin V) 500 mg to 1 g by mouth 4 times daily"),
    ("nappy rash first line", "a barrier cream such as zinc oxide"),
    ("haemorrhoids management in primary care", "soft with more fibre and fluid"),
    ("infantile colic treatment", "comfort the baby"),
    ("6 week old with colic, does simeticone work?", "is not effective"),
    ("6-week-old bringing up milk after every feed, gaining weight, management", "reassure the parents"),
    ("Gaviscon Infant dose for a 5 kg baby", "2 sachets with each feed"),
    ("phenoxymethylpenicillin dose in tonsillitis in an adult", "500 mg 4 times daily"),
    ("can MMR vaccine be given to a child with egg allergy", "is recommended in primary care"),
    ("MMR in pregnancy", "contraindicated in pregnancy"),
    ("flu vaccine and egg allergy", "influenza vaccine is recommended, however severe the allergy"),
    ("nasal flu vaccine in a 3 year old with asthma", "contraindicated in children of 2 to 4 years with asthma"),
    ("PCOS treatment of irregular periods", "combined oral contraceptive"),
    ("blepharitis treatment", "lid hygiene"),
    ("travellers' diarrhoea, which antibiotic", "azithromycin"),
)
OLDER = (
    "heartburn in pregnancy",
    "reflux, what first",
    "GORD in an adult, what first",
)


def _said(library: Library, question: str, section: str) -> list[str]:
    answer = probatum.answer(question, library=library, as_of="2026-12-01")
    return [s.text for s in answer.section(section).statements]


@pytest.mark.parametrize(("question", "told"), LEADS)
def test_the_short_answer_opens_with_what_is_done(starter_library: Library, question: str, told: str) -> None:
    assert told in _said(starter_library, question, "bottom_line")[0]


@pytest.mark.parametrize("question", OLDER)
@pytest.mark.parametrize("section", ["bottom_line", "algorithm"])
def test_advice_for_babies_is_none_for_the_grown(starter_library: Library, question: str, section: str) -> None:
    assert not any("infants" in line for line in _said(starter_library, question, section))


def test_advice_for_adults_is_none_for_a_baby(starter_library: Library) -> None:
    question = "formula-fed infant, distressed with reflux: stepwise management"
    for section in ("bottom_line", "algorithm"):
        assert not any("in adults" in line for line in _said(starter_library, question, section))


def test_what_an_allergy_bars_is_not_told_for_an_abscess(starter_library: Library) -> None:
    lead = _said(starter_library, "tooth abscess, penicillin allergy, which antibiotic", "bottom_line")
    assert "clarithromycin 500 mg" in lead[0] or "clindamycin 300 mg" in lead[0]
    assert not any("amoxicillin 500 mg" in line for line in lead)
