"""What a label of a medicine that is taken says of the class of the one asked about is told first, and in the steps."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


@pytest.mark.parametrize("reader", ["patient", "doctor"])
@pytest.mark.parametrize(
    ("question", "pair"),
    [
        ("I take apixaban. Is naproxen or paracetamol safer for my knee pain?", "raises the risk of serious bleeding"),
        (
            "I have AF and take apixaban, can I take naproxen or ibuprofen for my back",
            "raises the risk of serious bleeding",
        ),
        (
            "im on warfarin and got a bad back can i take ibuprofen and is paracetamol ok instead",
            "raises the risk of serious gastrointestinal bleeding",
        ),
    ],
)
def test_the_pair_is_told(starter_library: Library, question: str, pair: str, reader: str) -> None:
    answer = probatum.answer(question, library=starter_library, reader=reader, as_of="2026-11-29")
    first = [s.text for s in answer.sections[0].statements]
    assert any(pair in line for line in first[:2]), first


def test_a_patient_asks_before_the_first_dose(starter_library: Library) -> None:
    question = "im on warfarin and got a bad back can i take ibuprofen and is paracetamol ok instead"
    answer = probatum.answer(question, library=starter_library, reader="patient", as_of="2026-11-29")
    steps = [s.text for part in answer.sections if part.id == "algorithm" for s in part.statements]
    assert "because of what is taken already" in steps[0] and "ibuprofen" in steps[0], steps
