"""What is felt while a medicine is taken is asked of as its harm, by whatever name its label tells of it, and not as an
illness that it is to help; where no label lists it, that is said, with whom to call."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer, Intent
from probatum.publish import page
from probatum.vocabulary import noticed


def _short(made: Answer) -> str:
    return " ".join(s.plain or s.text for s in made.section("bottom_line").statements)


def _steps(made: Answer) -> str:
    return " ".join(line for part in page.parts(made) if part.id == "next" for line in part.notes)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("nose bleeds on apixaban", "can cause serious and sometimes deadly bleeding"),
        ("muscle ache on atorvastatin", "myopathy and rhabdomyolysis"),
        ("feel sick and got cramps in my legs on simvastatin", "myopathy and rhabdomyolysis"),
        ("cant stop coughing on ramipril", "cough"),
        ("cant stop bruising, on warfarin, is it the tablets", "bleeding"),
    ],
)
def test_the_harm_is_told_as_its_label_names_it(starter_place: Path, typed: str, told: str) -> None:
    made = probatum.answer(typed, library=starter_place, reader="patient")
    assert made.question.intent is Intent.HARM
    assert told in _short(made)
    assert "today" in _steps(made)
    assert "will help me" not in _steps(made)


@pytest.mark.parametrize(
    "typed", ["nosebleeds on tranexamic acid", "cramps on mexiletine", "high blood pressure on ramipril"]
)
def test_what_a_medicine_is_for_is_no_harm_of_it(starter_place: Path, typed: str) -> None:
    assert probatum.answer(typed, library=starter_place, reader="patient").question.intent is not Intent.HARM


def test_a_complaint_that_no_label_lists_is_said_to_be_unlisted(starter_place: Path) -> None:
    made = probatum.answer("hiccups on amlodipine", library=starter_place, reader="patient")
    assert "did not find hiccups among the harms" in _short(made)
    assert "did not find" not in _short(
        probatum.answer("swollen ankles on amlodipine", library=starter_place, reader="patient")
    )


def test_what_it_did_for_others_is_no_answer_to_what_is_felt(starter_place: Path) -> None:
    made = probatum.answer("cant sleep since starting prednisolone", library=starter_place, reader="patient")
    assert "Recovery" not in _short(made)
    helped = probatum.answer("does prednisolone help bells palsy", library=starter_place, reader="patient")
    assert "ecover" in _short(helped)


@pytest.mark.parametrize("typed", ["chest pain and on clopidogrel", "chest pain and I'm on apixaban"])
def test_an_emergency_that_is_told_beside_a_medicine_is_one(starter_place: Path, typed: str) -> None:
    assert probatum.answer(typed, library=starter_place, reader="patient").question.danger == "emergency"


def test_a_question_of_a_use_is_no_emergency(starter_place: Path) -> None:
    made = probatum.answer("clopidogrel for chest pain and dizziness", library=starter_place, reader="patient")
    assert made.question.danger == ""


def test_whoever_fell_on_it_is_told_by_what_people_fall(starter_place: Path) -> None:
    typed = "my mum is 84 and keeps falling since they put her on amitriptyline, should we stop it"
    short = _short(probatum.answer(typed, library=starter_place, reader="carer"))
    assert "drowsiness" in short
    assert "30 mg" not in short
    asked = probatum.answer("amitriptyline dose for depression at 84", library=starter_place, reader="carer")
    assert "10 mg 3 times daily" in _short(asked)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A can cause serious bleeding", True),
        ("A with NSAIDs raises the risk of bleeding", True),
        ("if A is stopped for a reason other than bleeding, cover should be considered", False),
        ("A is contraindicated in active bleeding", False),
    ],
)
def test_a_harm_is_told_where_it_is_brought_about(text: str, told: bool) -> None:
    assert noticed.told_in(text, "epistaxis") is told


def test_what_has_its_own_name_on_labels_has_no_other() -> None:
    assert noticed.harms("headache") == ()


def test_another_word_for_it_is_the_harm(starter_place: Path) -> None:
    made = probatum.answer("drowsy on morphine", library=starter_place, reader="patient")
    assert "sedation" in _short(made)
    assert "did not find" not in _short(made)
    assert "breast" not in _short(made)
    fed = probatum.answer("drowsy baby, i take morphine and breastfeed", library=starter_place, reader="patient")
    assert "breast" in _short(fed)


def test_nobody_has_what_is_no_noun(starter_place: Path) -> None:
    made = probatum.answer("constipated on codeine what can i take", library=starter_place, reader="patient")
    assert "constipation" in _short(made)
    assert "are constipated" not in _short(made)


@pytest.mark.parametrize(
    "typed",
    ["pt on gentamicin c/o hearing loss", "my daughter 7 has bad tummy ache on amoxicillin", "my periods stopped on A"],
)
def test_however_it_is_told(starter_place: Path, typed: str) -> None:
    typed = typed.replace(" A", " risperidone")
    made = probatum.answer(typed, library=starter_place, reader="patient")
    assert made.question.intent is Intent.HARM
    assert "mg/kg" not in _short(made)
    assert "dementia" not in _short(made)


def test_who_has_an_illness_that_a_medicine_is_for_tells_no_harm(starter_place: Path) -> None:
    made = probatum.answer("she has diabetes on metformin", library=starter_place, reader="patient")
    assert made.question.intent is not Intent.HARM


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("blood in my poo on ibuprofen", "emergency"),
        ("i have blood in my stools and take apixaban", "emergency"),
        ("does ibuprofen cause blood in the stool", ""),
    ],
)
def test_blood_in_the_stool_on_what_harms_the_gut(starter_place: Path, typed: str, kind: str) -> None:
    assert probatum.answer(typed, library=starter_place, reader="patient").question.danger == kind
