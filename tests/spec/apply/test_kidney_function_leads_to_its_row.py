"""A figure of kidney function leads to the label's row for such kidneys, and never to the usual dose alone."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply import fitting
from probatum.apply.labels import caution
from probatum.ask import read
from probatum.model import Patient
from probatum.text.ages import Range
from probatum.text.people import people_in


def _short(question: str, place: Path) -> str:
    return " ".join(s.text for s in probatum.answer(question, library=place).section("bottom_line").statements)


def _path(question: str, place: Path) -> str:
    return " ".join(s.text for s in probatum.answer(question, library=place).section("algorithm").statements)


@pytest.mark.parametrize(
    ("typed", "kidney"),
    [
        ("gentamicin, 78F 60 kg creat clearance 30", "creatinine clearance 30"),
        ("vancomycin dose cr cl 25", "creatinine clearance 25"),
        ("methotrexate, cr clearance of 40 ok?", "creatinine clearance of 40"),
        ("amoxicillin dose glomerular filtration rate 20", "glomerular filtration rate 20"),
        ("gentamicin dose CrCl 30", "CrCl 30"),
        ("does creatine help strength in older men", ""),
        ("what raises the clearance of lithium", ""),
    ],
)
def test_clipped_words_of_kidney_function_are_read(typed: str, kidney: str) -> None:
    assert read(typed).patient.kidney == kidney


def test_kidneys_that_a_medicine_harms_are_nobodys_state() -> None:
    assert people_in("with other drugs that harm the kidneys it should be avoided") == ""
    assert people_in("the dose is lowered when the kidneys work poorly") == "kidney disease"


@pytest.mark.parametrize(
    ("text", "told", "suits"),
    [
        ("In kidney impairment, the first dose is 15 mg/kg; later ones follow kidney function", "CrCl 25", True),
        ("In chronic kidney disease, the recommended dose is 10 mg once daily", "eGFR 40", True),
        ("In older people with good kidney and liver function, the dose needs no change", "CrCl 25", False),
        ("On haemodialysis, the maximum dose is 0.5 mg once daily", "CrCl 14", False),
        ("kidney disease: On haemodialysis, the maximum dose is 0.5 mg once daily", "CrCl 14", False),
        ("With a glomerular filtration rate below 10 ml/min, the dose is 250 mg", "CrCl 28", False),
        ("With a glomerular filtration rate of 10 to 30 ml/min, the dose is 500 mg", "CrCl 28", True),
    ],
)
def test_amounts_are_no_figures_of_kidneys(text: str, told: str, suits: bool) -> None:
    assert fitting.speaks_of(text, Patient(kidney=told)) is suits


def test_a_word_within_another_is_no_stage() -> None:
    assert fitting.limit_of("In kidney disease, the recommended dose is 10 mg") is None
    assert fitting.filtration("end-stage kidney disease") == Range(0.0, 14.0)


@pytest.mark.parametrize(
    "question",
    [
        "gentamicin, 78F wt 60kg creat clearance 30, dose interval and what to watch",
        "gentamicin dose in creatinine clearance 30",
    ],
)
def test_what_lowers_the_dose_stands_first(question: str, starter_place: Path) -> None:
    first = _short(question, starter_place)
    assert first.startswith("Dose for this patient") and "must be lowered or the interval lengthened" in first
    assert "3 mg/kg" not in first and "advised against" not in first
    path = _path(question, starter_place)
    assert path.index("must be lowered") < path.index("3 mg/kg") and "At most" not in path


def test_healthy_kidneys_keep_the_usual_dose(starter_place: Path) -> None:
    assert "3 mg/kg daily" in _short("gentamicin dose in adults", starter_place)
    assert "At most" in _path("gentamicin dose in adults", starter_place)


def test_what_is_to_be_watched_stands_beside_the_dose(starter_place: Path) -> None:
    asked = "gentamicin, 78F wt 60kg creat clearance 30, dose interval and what to watch"
    assert "hearing and balance" in _short(asked, starter_place)
    assert "hearing and balance" not in _short("gentamicin dose in creatinine clearance 30", starter_place)


def test_an_amount_that_is_forbidden_bars_no_smaller_one(starter_place: Path) -> None:
    said = _short("amoxicillin dose, creatinine clearance 28", starter_place)
    assert said.startswith("Dose for this patient") and "every 12 hours" in said
    assert "advised against" not in said and "every 24 hours" not in said
    assert "every 24 hours" in _short("amoxicillin dose, creatinine clearance 8", starter_place)


@pytest.mark.parametrize(
    ("question", "dose"),
    [
        ("what dose of alendronate, eGFR 17", "70 mg"),
        ("duloxetine dose, creatinine clearance 14", "40 mg"),
        ("what dose of rivaroxaban with CrCl 7", "15 mg once"),
        ("finerenone dose, eGFR 12", "20 mg"),
    ],
)
def test_no_usual_dose_stands_behind_a_bar(question: str, dose: str, starter_place: Path) -> None:
    said = _short(question, starter_place)
    assert "advised against" in said and dose not in said


def test_a_dose_for_the_very_kidneys_stays(starter_place: Path) -> None:
    assert "may continue 10 mg" in _short("dapagliflozin dose eGFR 18", starter_place)
    assert "10 mg by mouth once daily" in _short("dapagliflozin for ckd, eGFR 35, dose", starter_place)
    assert "15 mg once daily" in _short("what dose of rivaroxaban with CrCl 25", starter_place)


@pytest.mark.parametrize(
    ("question", "lowers"),
    [
        ("co-trimoxazole dose CrCl 22 UTI", "should be halved"),
        ("metoclopramide dose CrCl 28", "about half the usual dose"),
    ],
)
def test_the_path_lowers_before_it_doses(question: str, lowers: str, starter_place: Path) -> None:
    steps = _path(question, starter_place)
    assert lowers in steps and steps.index(lowers) < steps.index("The usual dose on the label")


def test_whether_it_may_be_given_names_the_dose_for_such_kidneys(starter_place: Path) -> None:
    assert "must be lowered" in _short("gentamicin 240 mg od, CrCl 30, ok?", starter_place)


def test_a_warning_of_two_together_is_not_cut_before_what_they_do() -> None:
    long = "gentamicin with furosemide or other drugs that harm kidneys, such as " + "cisplatin and " * 30
    assert caution.briefly(f"{long}others, should be avoided", 34) == ""
    assert caution.briefly("gentamicin may harm the kidneys, especially in old age", 34)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("gabapentin 600 tds eGFR 25", "above the limit of 700 mg"),
        ("ciprofloxacin 500 bd crcl 20", "every 18 hours"),
    ],
)
def test_a_dose_told_without_its_unit_is_held_to_such_kidneys(question: str, says: str, starter_place: Path) -> None:
    first = probatum.answer(question, library=starter_place).section("bottom_line").statements[0].text
    assert says in first


def test_a_limit_in_one_kidney_disease_bars_no_other(starter_place: Path) -> None:
    assert "advised against" not in _short("empagliflozin for ckd eGFR 30", starter_place)
    own = _short("empagliflozin in polycystic kidney disease eGFR 40", starter_place)
    assert "advised against for this patient" in own


def test_kidneys_of_young_animals_and_stones_are_no_patients() -> None:
    assert people_in("it harmed the kidneys of young animals") == ""
    assert people_in("after a kidney, heart or lung transplant") == ""
    assert people_in("kidney stones can occur") == ""
    assert people_in("in polycystic kidney disease") == ""
    assert people_in("in kidney disease") == "kidney disease"
