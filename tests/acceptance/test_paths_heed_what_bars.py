"""A path starts nothing that the short answer is against, and leads to nothing that fails for the same reason."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Question, Role
from probatum.model.question import Concept


def told(library: Library, question: str, section: str, reader: str = "doctor") -> str:
    answer = probatum.answer(question, library=library, as_of="2026-11-29", reader=reader)
    return "\n".join(s.text for s in answer.section(section).statements)


@pytest.mark.parametrize(
    "question",
    ["Night cramps in an 80 year old, wants quinine", "quinine for nocturnal leg cramps", "quinine for muscle cramps"],
)
def test_advice_for_a_last_resort_or_another_illness_starts_nothing(starter_library: Library, question: str) -> None:
    path = told(starter_library, question, "algorithm")
    assert path.startswith("Do not start quinine") and "\nStart" not in path and "250 mg" not in path


def test_advice_for_the_very_illness_still_stands_against_a_warning(starter_library: Library) -> None:
    assert "Start quinine 250 mg/day" in told(starter_library, "does quinine help cramps in ALS", "algorithm")


def test_what_words_keep_to_another_illness() -> None:
    from probatum.apply.patient import illnesses

    def asked(*labels: str) -> Question:
        people = tuple(Concept(text=n, label=n, role=Role.POPULATION, semantic="condition") for n in labels)
        return Question(typed="", read="", concepts=people)

    advice = "NICE recommends it for muscle cramps in motor neurone disease."
    assert illnesses.of_others(advice, asked("muscle cramp"))
    assert not illnesses.of_others(advice, asked("motor neuron disease"))
    assert not illnesses.of_others("Considered in heart failure.", asked("systolic heart failure", "heart failure"))
    assert not illnesses.of_others("It is given once daily.", asked("muscle cramp"))


def test_no_branch_leads_to_what_shares_the_bar(starter_library: Library) -> None:
    question = "Spironolactone in HFrEF, K 5.6 and creatinine 210, continue?"
    path = told(starter_library, question, "algorithm", "nurse")
    assert "weigh dapagliflozin" in path and "sacubitril" not in path
    assert "No included study was made in" not in told(starter_library, question, "evidence_gaps", "nurse")


ANTICOAGULATED = [
    "Can I give alteplase for stroke, he took rivaroxaban this morning?",
    "Can I give alteplase for stroke, she is on apixaban",
    "Is alteplase safe with warfarin",
]


@pytest.mark.parametrize("question", ANTICOAGULATED)
def test_a_state_that_the_other_brings_about_is_ruled_out_first(starter_library: Library, question: str) -> None:
    short = told(starter_library, question, "bottom_line")
    assert "bleeding diathesis" in short.split("\n")[0]
    path = told(starter_library, question, "algorithm")
    assert path.startswith("Do not give alteplase before this is ruled out") and "continue" not in path
    conclusion = told(starter_library, question, "conclusion")
    assert "main caution (US label of alteplase)" in conclusion and "stopping" not in conclusion


def test_beside_one_medicine_what_bears_on_it_is_ruled_out_first(starter_library: Library) -> None:
    question = "He took dabigatran 4 hours ago and has a massive PE, alteplase?"
    assert "bleeding diathesis" in told(starter_library, question, "bottom_line")
    path = told(starter_library, question, "algorithm")
    assert "Rule out: active internal bleeding or a bleeding diathesis" in path
    assert "stroke" not in path  # how soon it is given for another illness is no limit here


@pytest.mark.parametrize("question", ["ibuprofen with warfarin", "Can I start warfarin with apixaban"])
def test_elsewhere_a_pair_is_told_as_before(starter_library: Library, question: str) -> None:
    assert "contraindicated until this is ruled out" not in told(starter_library, question, "bottom_line")


def test_a_malformed_vessel_is_no_pregnancy(starter_library: Library) -> None:
    question = "He has a massive PE, alteplase?"
    assert "arteriovenous malformation" in told(starter_library, question, "safety")


TOXIC = [
    "Lithium level 1.9 in a woman on ramipril, drowsy and shaky",
    "On lithium and ibuprofen, now vomiting with a coarse tremor",
]


@pytest.mark.parametrize("question", TOXIC)
def test_signs_of_poisoning_lead_beside_what_brings_it(starter_library: Library, question: str) -> None:
    short = told(starter_library, question, "bottom_line").split("\n")
    assert "lithium should be stopped when they appear" in short[1] and "Together" in short[2]
    assert "give no more of it" in told(starter_library, question, "algorithm")
