"""Follow-ups on a dose for a weight, an operation ahead and an allergy keep the people and answer what is asked."""

from __future__ import annotations

import pytest

import probatum
from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Turn

AS_OF = "2026-11-29"


def walked(library: Library, first: str, *more: str, reader: str = "doctor") -> Turn:
    turn = Turn(first, probatum.answer(first, library=library, reader=reader, as_of=AS_OF))
    for typed in more:
        turn = pipeline.follow(typed, turn, library=library, as_of=AS_OF)
    return turn


def lines(turn: Turn, section: str = "bottom_line") -> list[str]:
    return [s.text for s in turn.answer.section(section).statements]


APIXABAN = "Can a man of 78 with atrial fibrillation take apixaban with a creatinine of 1.6 mg/dl?"
OPERATIONS = [
    (APIXABAN, "needs a hip operation, when do I stop it?", "at least 48 hours before surgery"),
    ("Is clopidogrel better than aspirin after a stroke?", "tooth extraction next week, should he stop it?", "5 days"),
    ("rivaroxaban for AF in a woman aged 80", "colonoscopy planned, when to stop it", "Before a procedure"),
]


@pytest.mark.parametrize(("first", "then", "words"), OPERATIONS)
def test_when_it_is_stopped_before_an_operation(starter_library: Library, first: str, then: str, words: str) -> None:
    assert words in " ".join(lines(walked(starter_library, first, then)))


def test_the_creatinine_and_the_sex_are_kept(starter_library: Library) -> None:
    patient = walked(starter_library, APIXABAN, "needs a hip operation, when do I stop it?").answer.question.patient
    assert (patient.creatinine, patient.sex, patient.age) == ("1.6 mg/dl", "male", "78 years")


def test_the_dose_of_another_medicine_for_a_weight(starter_library: Library) -> None:
    turn = walked(
        starter_library,
        "ear infection in a child, antibiotic?",
        "he is allergic to penicillin",
        "how much clarithromycin, he is 16 kg",
        reader="carer",
    )
    assert "15 mg/kg daily" in lines(turn)[0] and "for no illness in particular" in lines(turn)[0]
    assert not any("by that dose" in line for line in lines(turn, "dosing"))  # it is for other illnesses
    assert turn.answer.question.patient.weight == "16 kg" and "weighing" not in turn.answer.title


def test_of_a_class_what_the_allergy_bars_and_what_is_left(starter_library: Library) -> None:
    told = lines(walked(starter_library, "strep throat in a child, antibiotic?", "he is allergic to penicillin"))
    assert "amoxicillin" in told[0].lower() and "allergy to penicillins" in told[0]
    assert any("azithromycin is indicated" in line for line in told)


def test_what_a_guideline_chooses_for_such_an_allergy_leads(starter_library: Library) -> None:
    told = lines(walked(starter_library, "ear infection in a child, antibiotic?", "he is allergic to penicillin"))
    assert "penicillin allergy, NICE recommends clarithromycin" in told[0]
    assert not any("first choice is amoxicillin" in line for line in told)


def test_of_a_class_without_an_allergy_nothing_is_barred(starter_library: Library) -> None:
    told = lines(walked(starter_library, "antibiotics for otitis media in children"))
    assert not any(line.startswith("Contraindicated") and "allergy" in line for line in told)


def test_how_much_is_not_asked_of_what_is_taken_already(starter_library: Library) -> None:
    turn = walked(starter_library, "What painkiller is safe with warfarin?", "how much do i take", reader="patient")
    assert turn.answer.question.patient.drugs == ("warfarin",)
    assert not any("dose of warfarin" in line for line in lines(turn))


def test_what_adults_with_an_allergy_have_is_offered_to_no_child(starter_library: Library) -> None:
    told = lines(walked(starter_library, "pneumonia in a child, antibiotic?", "he is allergic to penicillin"))
    assert any("3 months to 11 years" in line for line in told)
    assert not any("doxycycline" in line or "levofloxacin" in line for line in told)
