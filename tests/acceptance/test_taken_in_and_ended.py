"""A dose is told for an illness that its label takes in, and whether a treatment may end by trials against none."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer


def ask(library: Library, question: str, reader: str = "doctor") -> Answer:
    return probatum.answer(question, library=library, reader=reader, as_of="2026-11-29")


def lines(answer: Answer, section: str = "bottom_line") -> list[str]:
    return [s.text for s in answer.section(section).statements]


TAKEN_IN = [
    ("Enoxaparin treatment dose for PE, eGFR 22, 90 kg", "creatinine clearance below 30 ml/min"),
    ("enoxaparin dose for pulmonary embolism", "1 mg/kg under the skin every 12 hours"),
    ("how much lovenox for a lung clot, 70 kg", "1 mg/kg under the skin every 12 hours"),
]


@pytest.mark.parametrize(("question", "words"), TAKEN_IN)
def test_a_dose_for_an_illness_with_or_without_the_one_asked_leads(
    starter_library: Library, question: str, words: str
) -> None:
    answer = ask(starter_library, question)
    assert words in lines(answer)[0] and "to prevent" not in " ".join(lines(answer, "dosing")).lower()
    assert "no source here tells it" not in " ".join(lines(answer, "algorithm"))


def test_what_a_treatment_still_does_stands_before_how_it_is_ended(starter_library: Library) -> None:
    answer = ask(starter_library, "Beta blocker a year after MI, normal EF, can I stop?")
    first, then = lines(answer)[:2]
    assert "No effect of beta blockers" in first and "over 1 to 2 weeks" in then
    path = " ".join(lines(answer, "algorithm"))
    assert "and weigh" not in path and "1 to 2 weeks" in path
    assert "compares" not in " ".join(lines(answer, "evidence_gaps"))


def test_what_it_does_beside_another_treatment_says_nothing_of_its_end(starter_library: Library) -> None:
    answer = ask(starter_library, "can I stop apixaban after 3 years, atrial fibrillation", "patient")
    assert any("early raises the risk of thrombotic events" in line for line in lines(answer)[:2])


def test_another_treatment_that_is_asked_for_is_told(starter_library: Library) -> None:
    answer = ask(starter_library, "Beta blocker a year after MI, normal EF, can I stop, what instead?")
    assert any(line.startswith("Ticagrelor") for line in lines(answer, "alternatives"))


def test_how_a_class_is_ended_is_told_by_labels_of_its_members(starter_library: Library) -> None:
    text = " ".join(lines(ask(starter_library, "ACE inhibitor, can I stop?")))
    assert "inhibitors are stopped" in text
