"""What is told of the patient decides what is told first: allergies, pregnancy, kidneys, age, sex."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer

AS_OF = "2026-11-28"


def ask(library: Library, question: str, reader: str = "doctor") -> Answer:
    return probatum.answer(question, library=library, reader=reader, as_of=AS_OF)


def section(answer: Answer, name: str) -> str:
    return " ".join(s.text for s in answer.section(name).statements)


def test_with_an_allergy_the_choice_for_it_leads(starter_library: Library) -> None:
    answer = ask(starter_library, "Adult sore throat FeverPAIN 5, allergic to penicillin: which antibiotic and dose?")
    assert "clarithromycin 250 mg twice daily" in section(answer, "dosing")
    assert "phenoxymethylpenicillin" not in section(answer, "bottom_line")


def test_no_allergen_and_no_adult_dose_is_quoted_to_a_child(starter_library: Library) -> None:
    answer = ask(starter_library, "penicillin allergic 7 year old with sore throat, what dose of which antibiotic")
    assert "phenoxymethylpenicillin" not in section(answer, "bottom_line")
    assert "250 mg twice daily" not in section(answer, "bottom_line")


def test_in_pregnancy_the_advice_for_it_alone_is_the_dose(starter_library: Library) -> None:
    answer = ask(starter_library, "cellulitis antibiotic dose adult penicillin allergy pregnant")
    assert "erythromycin 500 mg 4 times daily" in section(answer, "dosing")
    assert "doxycycline" not in section(answer, "dosing")
    assert "No source of the library says" not in section(answer, "algorithm")


@pytest.mark.parametrize(
    ("question", "out", "left"),
    [
        ("82 year old woman, which antibiotic for lower UTI, eGFR 38", "nitrofurantoin", "trimethoprim"),
        (
            "which antibiotic for cystitis in a 30 year old woman allergic to trimethoprim",
            "trimethoprim",
            "nitrofurantoin",
        ),
    ],
)
def test_of_two_choices_that_which_is_left_is_said(
    question: str, out: str, left: str, starter_library: Library
) -> None:
    answer = ask(starter_library, question)
    second = answer.section("bottom_line").statements[1].text
    assert f"Of these, {out} is contraindicated for this patient" in second
    assert f"what is left of that advice is {left}" in second
    assert f"Leave out {out} for this patient" in section(answer, "algorithm")
    assert "in men" not in section(answer, "bottom_line").lower()


def test_where_nothing_of_the_first_choice_is_left_the_next_is_told(starter_library: Library) -> None:
    answer = ask(starter_library, "which antibiotic for cystitis at 39 weeks pregnant")
    assert "amoxicillin 500 mg 3 times daily" in section(answer, "bottom_line")
    assert "nitrofurantoin" not in section(answer, "dosing")


def test_a_dose_for_good_kidneys_concerns_who_tells_nothing_of_kidneys(starter_library: Library) -> None:
    answer = ask(starter_library, "dabigatran dose 81 years old AF")
    assert "150 mg by mouth twice daily" in answer.section("bottom_line").statements[0].text
    assert "75 mg twice daily" in section(answer, "dosing")
