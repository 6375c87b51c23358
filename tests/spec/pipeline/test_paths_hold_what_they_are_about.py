"""A path follows one treatment and holds the words it is about; the patient of the question decides what it asks."""

from __future__ import annotations

import pytest
from medicines import label
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.apply.consistency import faults

TRIAL = report(
    1,
    "Losartan versus atenolol in hypertension: a randomised trial",
    methods="In this randomised trial, 9,000 adults with hypertension received losartan or atenolol.",
    results="Stroke occurred in 5% with losartan and in 7% with atenolol (hazard ratio 0.75, 95% CI 0.63 to 0.89; "
    "p = 0.001).",
    conclusions="In hypertension, losartan lowered stroke more than atenolol.",
)
LOSARTAN = label(
    "losartan",
    uses="Losartan is indicated for hypertension.",
    dose="In hypertension, the starting dose of losartan is 50 mg by mouth once daily. In hypertension with liver "
    "impairment, the starting dose of losartan is 25 mg by mouth once daily.",
    never="Losartan is contraindicated in pregnancy. Losartan is contraindicated together with aliskiren.",
    care="Serum potassium should be measured before losartan is started.",
    **{"with": "Lithium with losartan should be avoided. Grapefruit juice slightly lowers the effect of losartan."},
)
ATENOLOL = label(
    "atenolol",
    uses="Atenolol is indicated for hypertension.",
    dose="In hypertension, the dose of atenolol is 50 mg by mouth once daily.",
    never="Atenolol is contraindicated in sinus bradycardia.",
)


@pytest.fixture(scope="module")
def pressure(library_of: LibraryOf) -> Library:
    return library_of((TRIAL, LOSARTAN, ATENOLOL))


def path(library: Library, question: str) -> list[str]:
    section = pipeline.answer(question, library=library).section("algorithm")
    assert faults(section) == ()
    return [s.text for s in section.statements]


def test_of_two_the_path_gives_one_and_falls_back_on_the_other(pressure: Library) -> None:
    steps = path(pressure, "Should losartan be preferred to atenolol for hypertension in a man of 60?")
    said = " ".join(steps)
    assert "Losartan is refused or cannot be had: weigh atenolol" in said
    assert "losartan and atenolol" not in said
    dose = next(text for text in steps if text.startswith("Dose"))
    assert "the starting dose of losartan" in dose and dose.endswith("(US label).") and "atenolol" not in dose


def test_steps_hold_checks_and_doses_in_their_words(pressure: Library) -> None:
    said = " ".join(path(pressure, "Losartan for hypertension"))
    assert "Check first: serum potassium should be measured" in said
    assert "Another dose applies: in hypertension with liver impairment" in said
    assert "as said above" not in said


@pytest.mark.parametrize(
    ("question", "asked", "unasked"),
    [
        ("Losartan for hypertension in a man of 60", "aliskiren", "pregnancy"),
        ("Losartan for hypertension in someone who takes lithium", "advised against here: lithium", "grapefruit"),
        ("Losartan for hypertension", "Ask about other medicines: lithium", "grapefruit"),
    ],
)
def test_the_patient_decides_what_is_asked(pressure: Library, question: str, asked: str, unasked: str) -> None:
    said = " ".join(path(pressure, question))
    assert asked in said
    assert unasked not in said.lower()


@pytest.mark.parametrize("question", ["What is the outlook in hypertension with losartan?", "How does losartan work?"])
def test_where_nothing_is_chosen_there_is_no_path(pressure: Library, question: str) -> None:
    assert path(pressure, question) == []


LIMITS = label(
    "captopril",
    uses="Captopril is indicated for hypertension.",
    dose="In hypertension, the dose of captopril is 40 mg once daily with a creatinine clearance above 50 and up to 95 "
    "ml/min. In hypertension, the dose of captopril is 20 mg once daily with a creatinine clearance of 15 to 50 "
    "ml/min.",
    pregnancy="Captopril should be avoided from 20 weeks of pregnancy on.",
)


def test_the_dose_is_that_of_the_patients_kidneys(library_of: LibraryOf) -> None:
    steps = path(library_of((LIMITS,)), "Captopril for hypertension in a man of 70 with a creatinine clearance of 40")
    dose = next(text for text in steps if text.startswith("Dose as on the label"))
    assert "20 mg once daily" in dose


def test_what_is_to_be_avoided_in_pregnancy_comes_before_a_dose(library_of: LibraryOf) -> None:
    steps = path(library_of((LIMITS,)), "Captopril for hypertension in a pregnant woman")
    at = next(n for n, text in enumerate(steps) if "from 20 weeks of pregnancy" in text)
    assert not any(text.startswith("Dose") for text in steps[:at])
    assert "do not start" in " ".join(steps).lower()


def test_the_dose_that_treats_an_attack_is_none_to_prevent_it(library_of: LibraryOf) -> None:
    doxycycline = label(
        "doxycycline",
        uses="Doxycycline is indicated for exacerbations of bronchiectasis.",
        dose="In exacerbations of bronchiectasis, the dose of doxycycline is 200 mg by mouth once daily for 7 days.",
    )
    trial = report(
        9,
        "Doxycycline to prevent exacerbations of bronchiectasis: a randomised trial",
        methods="In this randomised trial, 400 adults with bronchiectasis had doxycycline 100 mg daily or placebo.",
        results="Exacerbations occurred in 40% with doxycycline and in 55% with placebo (risk ratio 0.73, 95% CI 0.60 "
        "to 0.88; p = 0.001).",
        conclusions="In bronchiectasis, doxycycline lowered exacerbations.",
    )
    steps = path(library_of((doxycycline, trial)), "Does doxycycline prevent exacerbations in bronchiectasis?")
    assert "200 mg" not in " ".join(steps)
