"""A sentence that is held and answers just what is asked leads, whatever trials found besides."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer


def ask(library: Library, question: str, reader: str = "doctor") -> Answer:
    return probatum.answer(question, library=library, reader=reader, as_of="2026-11-29")


def lines(answer: Answer, section: str = "bottom_line") -> list[str]:
    return [s.text for s in answer.section(section).statements]


HELP = [
    ("Nitroglycerin: how many before calling emergency services", "after 3 tablets"),
    ("How many times to repeat sublingual nitroglycerin before calling emergency services?", "after 3 tablets"),
    ("How many times to repeat sublingual nitroglycerin for angina before calling emergency services", "3 tablets"),
    ("when should a patient taking nitroglycerin call an ambulance", "5 minutes after the second dose"),
    ("when to repeat sublingual nitroglycerin and when to call emergency services", "after 3 tablets"),
    ("salbutamol inhaler, when to seek medical help", "medical advice should be sought"),
    ("when to call an ambulance if a sildenafil erection does not go", "longer than 4 hours"),
]


@pytest.mark.parametrize(("question", "words"), HELP)
def test_when_help_is_called_for_leads(starter_library: Library, question: str, words: str) -> None:
    assert words in lines(ask(starter_library, question, "nurse"))[0]


def test_what_is_repeated_is_the_medicine_and_a_service_is_no_illness(starter_library: Library) -> None:
    question = "How many times to repeat sublingual nitroglycerin for angina before calling emergency services"
    answer = ask(starter_library, question, "nurse")
    assert not answer.question.intervention.startswith(("to ", "times "))
    assert "emergenc" not in answer.title.lower()
    assert "not known by name" not in " ".join(s.empty for s in answer.sections)


WATCHED = [
    ("esketamine: what observations after the dose", "at least 2 hours after each dose"),
    ("what should I observe after giving esketamine", "at least 2 hours after each dose"),
    ("what do I monitor after a dose of esketamine", "at least 2 hours after each dose"),
    ("after giving esketamine, what do I watch for and how long", "at least 2 hours after each dose"),
    ("how long must a patient be observed after esketamine", "at least 2 hours after each dose"),
    ("ferric carboxymaltose: what to observe after the infusion", "30 minutes after the injection"),
]


@pytest.mark.parametrize(("question", "words"), WATCHED)
def test_what_is_watched_after_a_dose_leads(starter_library: Library, question: str, words: str) -> None:
    answer = ask(starter_library, question, "nurse")
    assert words in lines(answer)[0]


def test_the_watch_that_a_warning_wants_stands_under_monitoring(starter_library: Library) -> None:
    answer = ask(starter_library, "esketamine for treatment-resistant depression")
    assert "at least 2 hours after each dose" in " ".join(lines(answer, "monitoring"))


STAYS = [
    ("metformin: what to monitor after starting it", "kidney function should be assessed"),
    ("what to monitor with lithium", "kidney function, thyroid function"),
    ("what effects were observed after giving esketamine", "depression score"),
    ("dose of nitroglycerin in angina", "1 tablet"),
]


@pytest.mark.parametrize(("question", "words"), STAYS)
def test_what_asks_for_something_else_stays(starter_library: Library, question: str, words: str) -> None:
    assert words in lines(ask(starter_library, question))[0]


DEADLY = [
    ("empagliflozin type 1 diabetes harms?", "ife-threatening ketoacidosis"),
    ("what are the harms of empagliflozin in type 1 diabetes?", "ife-threatening ketoacidosis"),
    ("risks of empagliflozin in type 1 diabetes", "ife-threatening ketoacidosis"),
    ("risks of allopurinol", "sometimes fatal"),
    ("harms of clozapine in schizophrenia", "severe neutropenia"),
    ("harms of methotrexate", "serious and fatal reactions"),
]


@pytest.mark.parametrize(("question", "words"), DEADLY)
def test_a_harm_that_can_kill_leads_where_harms_are_asked(starter_library: Library, question: str, words: str) -> None:
    assert words in lines(ask(starter_library, question))[0]


def test_a_harm_asked_by_name_is_told_first(starter_library: Library) -> None:
    assert "yponatr" in lines(ask(starter_library, "risk of low sodium with sertraline"))[0]
    assert "Grave harm" not in " ".join(lines(ask(starter_library, "does allopurinol have a risk of rash")))


def test_a_kind_of_diabetes_makes_no_class_of_a_medicine(starter_library: Library) -> None:
    answer = ask(starter_library, "empagliflozin type 1 diabetes harms?")
    assert not any("transporter" in a.to for a in answer.question.assumptions)


SIGNS = [
    ("son on clozapine has a fever and sore throat what do i do", "carer"),
    ("patient on clozapine with fever and sore throat", "nurse"),
    ("I take clozapine and have a fever and sore throat", "patient"),
]


@pytest.mark.parametrize(("question", "reader"), SIGNS)
def test_a_sign_of_danger_on_a_medicine_is_about_that_medicine(
    starter_library: Library, question: str, reader: str
) -> None:
    answer = ask(starter_library, question, reader)
    said = lines(answer)
    assert answer.title.startswith("Clozapine") and " for " not in answer.title
    assert answer.question.danger == "emergency"
    assert "sore throat be reported at once" in said[1]
    assert "not recommended with an absolute neutrophil count" not in " ".join(said)


def test_two_signs_beside_a_medicine_are_its_harm(starter_library: Library) -> None:
    answer = ask(starter_library, "clozapine, fever and sore throat")
    assert answer.question.danger == "emergency"
    assert "sore throat be reported at once" in lines(answer)[1]
    assert "Clozapine for" not in answer.title


FALLS = [
    ("my dad fell on donepezil", "bradycardia, heart block and syncope"),
    ("my dad fell, he is on donepezil", "bradycardia, heart block and syncope"),
    ("my mum fainted, she takes donepezil", "bradycardia, heart block and syncope"),
    ("donepezil and falls", "bradycardia, heart block and syncope"),
    ("mum is dizzy on amlodipine", "dizziness"),
]


@pytest.mark.parametrize(("question", "words"), FALLS)
def test_who_fell_on_a_medicine_reads_by_which_harm(starter_library: Library, question: str, words: str) -> None:
    assert words in lines(ask(starter_library, question, "carer"))[0]


@pytest.mark.parametrize("question", ["my mum fell asleep after zolpidem", "my blood pressure fell on lisinopril"])
def test_not_everything_falls(starter_library: Library, question: str) -> None:
    assert not any("fall" in c.label for c in ask(starter_library, question, "carer").question.concepts)


MANNER = [
    ("How should alendronate be taken?", "plain water"),
    ("How should levothyroxine be taken?", "empty stomach"),
    ("How should doxycycline be taken?", "plenty of fluid"),
    ("levothyroxine: how to use and can kids have it", "empty stomach"),
    ("permethrin: how to use", "left on for 8 to 12 hours and then washed off"),
    ("nitroglycerin: how do I take it", "under the tongue"),
    ("Is it ok to stop sertralin I feel better", "should not be stopped abruptly"),
    ("rivaroxaban, missed last night's", "after a missed dose of rivaroxaban once daily"),
    ("apixaban missed yesterday", "as soon as possible on the same day"),
]


@pytest.mark.parametrize(("question", "words"), MANNER)
def test_how_it_is_taken_leads(starter_library: Library, question: str, words: str) -> None:
    assert words in lines(ask(starter_library, question, "patient"))[0]


def test_what_bars_a_child_stands_before_how_it_is_used(starter_library: Library) -> None:
    told = lines(ask(starter_library, "permethrin: how to use and can kids have it", "patient"))
    assert "in children below 2 years" in told[0] and "left on for 8 to 12 hours and then washed off" in told[1]


def test_a_dose_of_some_people_is_not_how_it_is_taken(starter_library: Library) -> None:
    assert "infants" not in " ".join(lines(ask(starter_library, "how to take amoxicillin", "patient")))


@pytest.mark.parametrize("complaint", ["the runs", "diarrhoea"])
def test_an_end_of_the_complaint_is_no_end_of_the_medicine(starter_library: Library, complaint: str) -> None:
    the = complaint if complaint.startswith("the") else f"the {complaint}"
    answer = ask(starter_library, f"metformin gives me {complaint}, how do i stop {the}", "patient")
    assert not answer.title.startswith("Stopping")
    assert "metformin is stopped" not in " ".join(lines(answer))


def test_how_a_medicine_is_stopped_stays(starter_library: Library) -> None:
    assert ask(starter_library, "how do I stop sertraline", "patient").title == "Stopping sertraline"
