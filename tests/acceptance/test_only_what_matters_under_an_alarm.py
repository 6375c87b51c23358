"""Under an alarm stands what matters now: help, what the label says of too much, what undoes it; nothing of effects."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer

AS_OF = "2026-11-29"
BESIDE = (
    "evidence",
    "dosing",
    "safety",
    "adverse_effects",
    "monitoring",
    "alternatives",
    "evidence_gaps",
    "conclusion",
)


def ask(library: Library, typed: str, reader: str = "patient") -> Answer:
    return probatum.answer(typed, library=library, reader=reader, as_of=AS_OF)


def told(answer: Answer, section: str) -> str:
    return " ".join(s.plain or s.text for s in answer.section(section).statements)


@pytest.mark.parametrize(
    ("typed", "reader"),
    [
        ("I took 20 paracetamol tablets", "patient"),
        ("my husband took 10 of my amitriptyline", "carer"),
        ("I drank a bottle of ibuprofen syrup", "patient"),
        ("my daughter swallowed my metformin", "carer"),
        ("my toddler ate my iron tablets", "carer"),
        ("took a double dose of my metformin this morning", "patient"),
        ("lips swelling after lisinopril", "patient"),
        ("I can't breathe after amoxicillin", "patient"),
    ],
)
def test_nothing_else_stands_under_it(starter_library: Library, typed: str, reader: str) -> None:
    answer = ask(starter_library, typed, reader)
    assert answer.question.danger
    for section in BESIDE:
        assert not answer.section(section).statements
        assert answer.section(section).empty
    assert answer.section("algorithm").statements


def test_a_child_who_may_have_taken_a_medicine_is_told_of_as_an_overdose(starter_library: Library) -> None:
    answer = ask(starter_library, "my toddler ate my paracetamol", "carer")
    assert "Call a poison centre or the local emergency number now" in told(answer, "bottom_line")
    assert "acetylcysteine" in told(answer, "bottom_line")
    assert "do what the poison centre says" in told(answer, "algorithm")


def test_professionals_keep_what_was_studied_where_too_much_was_taken(starter_library: Library) -> None:
    answer = ask(starter_library, "my patient took 20 paracetamol tablets", "doctor")
    assert "Contraindicated" not in told(answer, "safety")
    assert "with shorter regimen" in told(answer, "adverse_effects")


def test_an_overdose_by_either_name_leads_with_what_undoes_it(starter_library: Library) -> None:
    for typed in ("paracetamol overdose 15 g", "acetaminophen overdose 15 g"):
        answer = ask(starter_library, typed, "doctor")
        assert "antidote" in told(answer, "bottom_line") and "ondansetron" not in told(answer, "bottom_line")


def test_what_a_medicine_may_do_that_nobody_took_is_not_told(starter_library: Library) -> None:
    answer = ask(starter_library, "face drooping and slurred speech, aspirin?")
    assert "swelling" not in told(answer, "bottom_line")
    bleeding = told(ask(starter_library, "vomiting blood on apixaban"), "bottom_line")
    assert "bleeding" in bleeding and "surgery" not in bleeding


def test_an_illness_that_is_asked_about_keeps_its_evidence(starter_library: Library) -> None:
    answer = ask(starter_library, "what is the evidence for adrenaline in anaphylaxis", "doctor")
    assert all(
        section.empty != "Set aside: help comes first, and what is to be done now stands above."
        for section in answer.sections
    )


def test_nothing_stands_before_the_alarm(starter_library: Library) -> None:
    question = "GTN spray and customer asking for viagra connect"
    answer = probatum.answer(question, library=starter_library, reader="pharmacist", as_of="2026-11-29")
    assert answer.section("bottom_line").statements[0].text.startswith("Check this before anything is given")
