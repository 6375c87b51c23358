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


def test_a_limit_of_later_weeks_is_told_as_one_to_come(starter_library: Library) -> None:
    now = ask(starter_library, "ibuprofen at 24 weeks pregnant for back pain").section("bottom_line").statements
    assert "advised against for this patient" in now[0].text and "from about 20 weeks on" in now[0].text
    assert "begins later in the pregnancy" in now[1].text and "from 30 weeks of pregnancy on" in now[1].text
    early = ask(starter_library, "ibuprofen at 12 weeks pregnant for back pain").section("bottom_line").statements
    assert "No source of the library says whether ibuprofen may be used this early" in early[0].text
    assert "begins later in the pregnancy" in early[1].text and "from about 20 weeks on" in early[1].text


def test_what_bars_one_of_two_choices_bars_the_other_not(starter_library: Library) -> None:
    told = section(ask(starter_library, "28 weeks pregnant, toothache, ibuprofen or paracetamol?"), "bottom_line")
    assert "Ibuprofen is advised against for this patient" in told
    assert "rules out acetaminophen for this patient" in told and "ibuprofen and acetaminophen for this" not in told


def test_two_medicines_named_alone_are_asked_about_together(starter_library: Library) -> None:
    answer = ask(starter_library, "simvastatin 40 with amlodipine")
    first, limit, *_ = (one.text for one in answer.section("bottom_line").statements)
    assert "is above the limit of 20 mg" in first and "20 mg daily" in limit  # the 40 that was typed, and the rule
    steps = section(answer, "algorithm")
    assert "lower simvastatin to 20 mg daily or less" in steps and "10 to 17 years" not in steps


def test_two_medicines_that_do_not_go_together_have_no_path_to_a_dose(starter_library: Library) -> None:
    steps = section(ask(starter_library, "methotrexate 15 mg weekly RA, got UTI, trimethoprim?"), "algorithm")
    assert "Do not give methotrexate and trimethoprim together" in steps and "7.5 mg" not in steps
    steps = section(ask(starter_library, "lithium and ibuprofen patient 67"), "algorithm")
    assert "given together, weigh" in steps and "600 mg" not in steps


def test_a_studied_dose_per_kilogram_is_worked_out_for_the_weight(starter_library: Library) -> None:
    told = section(ask(starter_library, "dexamethasone dose croup 2 year old 12 kg"), "dosing")
    assert "0.15 mg/kg (for 12 kg 1.8 mg, 0.15 x 12)" in told


def test_a_childs_dose_for_a_wide_kind_of_illness_is_told(starter_library: Library) -> None:
    answer = ask(starter_library, "amoxicillin dose for otitis media 3 year old 14 kg")
    assert "25 mg/kg daily is 350 mg (25 x 14)" in section(answer, "dosing")
    assert "25 mg/kg daily" in section(answer, "algorithm")


def test_beside_a_dose_for_such_a_patient_the_usual_one_is_said_to_be_for_others(starter_library: Library) -> None:
    told = section(ask(starter_library, "citalopram max dose over 60"), "dosing")
    assert "Usual dose, for people of whom that does not hold" in told
    told = section(ask(starter_library, "gabapentin dose for 75 year old with eGFR 30"), "dosing")
    assert "200 mg to 700 mg" in told and "1800" not in told and "3600" not in told


def test_no_path_begins_with_a_warning_or_a_later_step(starter_library: Library) -> None:
    steps = section(ask(starter_library, "nitroglycerin sublingual how often, when call ambulance"), "algorithm")
    assert "Dose as on the label for it: in an acute attack" in steps
    steps = section(ask(starter_library, "iron infusion heart failure ferritin 80, Hb 11"), "algorithm")
    assert "the first dose" in steps and "at week 6" not in steps


def test_one_dose_asks_for_no_vaccinations(starter_library: Library) -> None:
    steps = section(ask(starter_library, "dexamethasone dose croup 2 year old 12 kg"), "algorithm")
    assert "cannot be ended" not in steps and "vaccin" not in steps


def test_beside_what_is_taken_the_choice_that_is_left_is_said(starter_library: Library) -> None:
    told = section(ask(starter_library, "cellulitis antibiotic, penicillin allergic, on simvastatin"), "bottom_line")
    assert "clarithromycin is contraindicated for this patient" in told and "left of that advice is doxycycline" in told
    assert "with penicillin and" not in told


def test_doses_of_another_creatinine_are_left_out(starter_library: Library) -> None:
    told = section(ask(starter_library, "tranexamic acid heavy periods dose, creatinine 200"), "dosing")
    assert "1300 mg by mouth twice daily" in told and "5.7 mg/dl" not in told
