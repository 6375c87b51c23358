"""Roles by meaning: no part of a question is played by a thing that cannot play it."""

import pytest

from probatum import ask
from probatum.model import Intent, Role


@pytest.mark.parametrize(
    ("typed", "population", "intervention", "comparator", "outcome"),
    [
        (
            "Rivaroxaban in AF: is it as good as warfarin?",
            "people with atrial fibrillation",
            "rivaroxaban",
            "warfarin",
            "",
        ),
        (
            "apixaban vs warfarin in AF - stroke and major bleeding?",
            "people with atrial fibrillation",
            "apixaban",
            "warfarin",
            "stroke and major bleeding",
        ),
        (
            "mechanical mitral valve, can I use dabigatran instead of warfarin",
            "people with heart valve prosthesis",
            "dabigatran",
            "warfarin",
            "",
        ),
        (
            "compression stockings after stroke to prevent deep vein thrombosis",
            "people with stroke",
            "compression stockings",
            "",
            "deep vein thrombosis",
        ),
        (
            "gemcitabine first line pancreatic cancer survival",
            "people with pancreatic cancer",
            "gemcitabine",
            "",
            "survival",
        ),
        (
            "GLP-1 agonists for preventing MACE in type 2 diabetes",
            "people with type 2 diabetes",
            "",
            "",
            "major adverse cardiovascular events",
        ),
        ("tranexamic acid after trauma, and does it reduce death", "", "tranexamic acid", "", "death"),
        (
            "do nicotine patches help teenagers stop smoking?",
            "teenagers",
            "nicotine patches",
            "",
            "teenagers stop smoking",
        ),
        ("do blood pressure tablets help people over 60?", "people over 60", "antihypertensive agents", "", ""),
        (
            "Does intravenous iron help in heart failure with iron deficiency?",
            "people with heart failure with iron deficiency",
            "intravenous iron",
            "",
            "",
        ),
        ("omega-3 for the heart", "", "omega-3", "", ""),
        ("calcium for fracture prevention", "", "calcium", "", "fracture prevention"),
        (
            "Does oxytocin reduce death from postpartum hemorrhage?",
            "people with postpartum hemorrhage",
            "oxytocin",
            "",
            "death",
        ),
        (
            "Does aspirin given within 24 hours help in ischaemic stroke?",
            "people with ischaemic stroke",
            "aspirin",
            "",
            "",
        ),
        ("bisphosphonates in bone metastases - skeletal events", "", "bisphosphonates", "", "skeletal events"),
    ],
)
def test_each_part_is_played_by_what_can_play_it(
    typed: str, population: str, intervention: str, comparator: str, outcome: str
) -> None:
    question = ask.read(typed)
    assert population in ("", question.population)
    assert intervention in ("", question.intervention)
    assert (question.comparator, question.outcome) == (comparator, outcome)


def test_the_one_drug_of_a_story_is_what_is_asked_about() -> None:
    question = ask.read("78-year-old, no cardiovascular disease, LDL 3.9. Start a statin?")
    assert question.intervention == "statin"
    assert [c.label for c in question.having(Role.INTERVENTION)] == ["statin"]


def test_a_drug_behind_with_is_taken_and_nobody_is_ill_with_it() -> None:
    question = ask.read("maximum dose of colchicine in acute gout with clarithromycin")
    assert question.patient.drugs == ("clarithromycin",)
    assert (question.population, question.outcome) == ("people with gout", "")


def test_survival_with_a_treatment_is_asked_of_the_treatment() -> None:
    assert ask.read("gemcitabine first line pancreatic cancer survival").intent is Intent.THERAPY


@pytest.mark.parametrize("typed", ["asthma - what dose of budesonide", "ranolazine for cramps - is it safe"])
def test_a_question_behind_a_dash_is_no_outcome(typed: str) -> None:
    assert " is " not in f" {ask.read(typed).outcome} " and "dose" not in ask.read(typed).outcome


@pytest.mark.parametrize(
    ("typed", "population", "intervention", "outcome"),
    [
        ("should I treat acute otitis media with antibiotics?", "people with acute otitis media", "antibiotics", ""),
        ("low-dose aspirin in pregnancy prevent pre-eclampsia", "", "aspirin", "pre-eclampsia"),
        (
            "intravenous iron in heart failure, hospitalisation",
            "people with heart failure",
            "",
            "hospitalisation",
        ),
        ("sildenafil for SSRI sexual dysfunction", "", "sildenafil", "sexual dysfunction"),
        ("antibiotics for sore throat, benefit on symptoms", "", "antibiotics", ""),
    ],
)
def test_what_is_given_prevented_and_counted_keeps_its_part(
    typed: str, population: str, intervention: str, outcome: str
) -> None:
    question = ask.read(typed)
    assert population in ("", question.population)
    assert intervention in ("", question.intervention)
    assert question.outcome == outcome
    assert all(c.role is not Role.INTERVENTION for c in question.concepts if c.text == outcome)
