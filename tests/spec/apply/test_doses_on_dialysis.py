"""On dialysis the dose for it stands in the path; of two doses that an age parts this patient's is named."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply import fitting
from probatum.apply.patient import criteria
from probatum.apply.patient.criteria import Told
from probatum.ask import read
from probatum.model import Patient


def _path(question: str, place: Path) -> list[str]:
    return [s.text for s in probatum.answer(question, library=place).section("algorithm").statements]


def _dose(question: str, place: Path) -> str:
    return next((step for step in _path(question, place) if step.startswith("Dose ")), "")


@pytest.mark.parametrize(
    ("told", "kidney", "drugs"),
    [
        ("dialysis patient gabapentin dose", "Dialysis", ()),
        ("CKD5 on haemodialysis, gabapentin", "on haemodialysis", ()),
        ("haemodialysis patient eGFR 8 enoxaparin dose", "eGFR 8", ()),
        ("patient warfarin INR 6", "", ("warfarin",)),
    ],
)
def test_dialysis_is_read_and_a_dose_is_no_taking(told: str, kidney: str, drugs: tuple[str, ...]) -> None:
    patient = read(told).patient
    assert (patient.kidney, patient.drugs) == (kidney, drugs)


def test_the_path_holds_the_dose_on_dialysis(starter_place: Path) -> None:
    assert "a further 125 mg to 350 mg" in _dose("dialysis patient gabapentin dose neuropathic pain", starter_place)
    assert "on dialysis, the dose" in _dose("levetiracetam dosing in haemodialysis", starter_place)
    assert "2.5 mg by mouth once daily" in _dose("lisinopril dose heart failure haemodialysis", starter_place)


def test_the_dose_of_the_illness_asked_about_is_begun(starter_place: Path) -> None:
    said = _dose("gabapentin dose postherpetic neuralgia", starter_place)
    assert "Dose as on the label for it: the dose of gabapentin is 300 mg" in said
    assert "partial-onset seizures" in _dose("gabapentin dose for focal seizures, adult", starter_place)


def test_a_dose_for_dialysis_of_another_use_is_none_of_this_use(starter_place: Path) -> None:
    """Guidance keeps apixaban from such kidneys in a thrombosis: its dose there in atrial fibrillation is no dose."""
    path = _path("apixaban dose DVT haemodialysis", starter_place)
    assert path[0].startswith("Do not start apixaban") and not any("5 mg twice daily" in step for step in path), path
    assert "5 mg twice daily" in _dose("apixaban dose atrial fibrillation haemodialysis", starter_place)


@pytest.mark.parametrize(
    ("told", "dose"),
    [(Told(years=83), "2.5 mg twice daily"), (Told(years=70), ""), (Told(years=70, kilograms=80), "5 mg twice daily")],
)
def test_an_age_or_a_weight_decides_between_two_doses(told: Told, dose: str) -> None:
    assert criteria.either("It is 5 mg twice daily, or 2.5 mg twice daily from 80 years or at 60 kg.", told) is None
    text = "The dose is 5 mg twice daily, or 2.5 mg twice daily from 80 years of age or at 60 kg or less."
    two = criteria.either(text, told)
    assert two is not None and two.dose == dose
    assert criteria.either("The dose is 5 mg once daily or 10 mg once daily.", told) is None


def test_what_is_concluded_is_said_and_nobody_is_sent_back(starter_place: Path) -> None:
    question = "warfarin CKD5 bleeding tendency AF, apixaban instead, on haemodialysis 83yo"
    answer = probatum.answer(question, library=starter_place)
    said = "\n".join(s.text for section in answer.sections for s in section.statements)
    assert "2.5 mg twice daily from 80 years of age" in said
    path = "\n".join(_path(question, starter_place))
    assert "Leave out warfarin for this patient" in path and "goes on with apixaban" in path
    assert "weigh warfarin" not in path


def test_a_choice_that_nothing_bars_is_still_weighed(starter_place: Path) -> None:
    assert "weigh warfarin" in "\n".join(_path("apixaban or warfarin in AF", starter_place))


def test_the_part_for_these_kidneys_is_found() -> None:
    text = "With a creatinine clearance of 15 to 29 ml/min, it is 200 mg; below 15 ml/min it is 100 mg."
    assert fitting.part_for(text, Patient(kidney="eGFR 8")) == "below 15 ml/min it is 100 mg."
    assert fitting.part_for(text, Patient()) == text
