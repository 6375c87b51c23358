"""A dose that a question tells is set beside the label's limit for such a patient, or with a medicine taken."""

from __future__ import annotations

import pytest
from medicines import label
from reports import LibraryOf

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.appraise.design import describe
from probatum.model import Verdict

SERTRALINE = label(
    "sertraline",
    uses="Sertraline is indicated for depression in adults. ",
    dose="In depression, the dose of sertraline in adults is 50 mg by mouth once daily, raised to a maximum of 200 mg "
    "daily. In people older than 65 years with depression, the dose of sertraline is 50 mg by mouth once daily, which "
    "is also the maximum. With a creatinine clearance below 30 ml/min, the dose of sertraline should not exceed 75 mg "
    "daily. ",
)
SIMVASTATIN = label(
    "simvastatin",
    uses="Simvastatin is indicated to lower cholesterol. ",
    **{"with": "With verapamil, the dose of simvastatin should not exceed 15 mg daily. "},
)
VERAPAMIL = label("verapamil", uses="Verapamil is indicated for angina. ")
APIXABAN = label(
    "apixaban",
    uses="Apixaban is indicated to prevent stroke in atrial fibrillation. ",
    dose="In atrial fibrillation, the dose of apixaban is 3 mg twice daily in people with at least 2 of these 3: age "
    "82 years or more, body weight 55 kg or less, serum creatinine 1.4 mg/dl or more. In atrial fibrillation, the "
    "recommended dose of apixaban is 6 mg by mouth twice daily. ",
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = Library.open(tmp_path_factory.mktemp("limits") / "library", create=True)
    library.add([SERTRALINE, SIMVASTATIN, VERAPAMIL, APIXABAN], describe=describe)
    return library


def first(typed: str, library: Library) -> str:
    made = pipeline.answer(typed, library=library).section("bottom_line").statements
    assert all(s.verdict is Verdict.SUPPORTED for s in made)
    return " ".join(s.text for s in made)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("is sertraline 100 mg too much for a 70 year old with depression?", "100 mg is above the limit of 50 mg"),
        ("sertraline 50 mg bd in 40F depression, CrCl 22", "(100 mg a day) is above the limit of 75 mg"),
        ("sertraline 250 mg daily for depression in a 40 year old man?", "is above the limit of 200 mg"),
        ("on simvastatin 40 mg, starting verapamil, ok?", "imvastatin 40 mg is above the limit of 15 mg"),
    ],
)
def test_what_is_above_a_limit_is_said_first(ask: Library, typed: str, said: str) -> None:
    assert said in first(typed, ask)


@pytest.mark.parametrize(
    "typed",
    [
        "sertraline 50 mg for depression in a 70 year old?",
        "sertraline 150 mg daily for depression in a 40 year old man?",
        "on simvastatin 10 mg, starting verapamil, ok?",
        "on verapamil 240 mg, starting simvastatin, ok?",
        "sertraline for depression in a 70 year old?",
    ],
)
def test_what_is_within_its_limit_is_not(ask: Library, typed: str) -> None:
    assert "above the limit" not in first(typed, ask)


def test_criteria_of_a_dose_are_set_beside_the_patient(ask: Library) -> None:
    said = first("apixaban dose in AF, 84 year old woman, 50 kg, creatinine 100", ask)
    assert "3 mg twice daily" in said
    assert "met: age 84 years, body weight 50 kg; not met: serum creatinine 1.13 mg/dl" in said
    other = first("apixaban dose in AF, 70 year old woman, 50 kg, creatinine 100", ask)
    assert "6 mg by mouth twice daily" in other and "3 mg twice daily" not in other


def test_a_dose_for_the_very_illness_is_one_for_it_whatever_the_indication_says(library_of: LibraryOf) -> None:
    held = label(
        "doxycycline",
        uses="Doxycycline is indicated for infections from susceptible bacteria, such as respiratory infections. ",
        dose="In syphilis, the dose of doxycycline in adults is 90 mg by mouth twice daily for 15 days. ",
    )
    made = pipeline.answer("doxycycline for syphilis in a 30 year old man", library=library_of([held]))
    assert "90 mg by mouth twice daily" in " ".join(s.text for s in made.section("bottom_line").statements)
    assert "not for syphilis" not in " ".join(s.text for s in made.statements)


def test_the_dose_of_the_one_that_is_left_is_told(library_of: LibraryOf) -> None:
    barred = label(
        "metformin",
        uses="Metformin is indicated for type 2 diabetes. ",
        dose="In type 2 diabetes, the dose of metformin is 500 mg by mouth twice daily. ",
        never="Metformin is contraindicated with an eGFR below 40 ml/min. ",
    )
    left = label(
        "sitagliptin",
        uses="Sitagliptin is indicated for type 2 diabetes. ",
        dose="In type 2 diabetes, the dose of sitagliptin is 70 mg by mouth once daily. ",
    )
    made = pipeline.answer("metformin or sitagliptin for type 2 diabetes, eGFR 25?", library=library_of([barred, left]))
    said = " ".join(s.text for s in made.section("dosing").statements)
    assert "70 mg by mouth" in said and "500 mg" not in said
