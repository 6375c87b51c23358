"""What is held while somebody is ill is told by the guideline, and no medicine is offered against the vomiting."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.text import illness_days


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Metformin and ramipril, vomiting, what to stop?", "metformin should be stopped for a time"),
        ("sick day rules for empagliflozin", "SGLT2 inhibitors"),
        ("Furosemide and losartan, diarrhoea and vomiting, what should be stopped?", "diuretics"),
        ("patient on metformin with gastroenteritis, stop?", "metformin should be stopped for a time"),
        ("sick day guidance semaglutide", "GLP-1 agonists"),
        ("When can metformin be restarted after a vomiting illness?", "metformin should be stopped for a time"),
    ],
)
def test_what_is_held_leads(typed: str, told: str, starter_place: Library) -> None:
    answer = probatum.answer(typed, library=starter_place)
    first = answer.sections[0].statements
    assert told in first[0].text
    assert any("24 to 48 hours" in s.text for s in first)
    assert "for vomiting" not in answer.title
    assert not answer.question.population
    path = next(s for s in answer.sections if s.id == "algorithm")
    assert not path.statements or "While ill" in path.statements[0].text  # of when it begins again no path is made
    assert not any("starting dose" in s.text for s in path.statements)


def test_of_two_medicines_each_is_told(starter_place: Library) -> None:
    first = probatum.answer("Metformin and ramipril, vomiting, what to stop?", library=starter_place).sections[0]
    assert "ACE inhibitors" in first.statements[1].text


@pytest.mark.parametrize(
    "typed",
    [
        "Can ondansetron stop vomiting?",
        "Loperamide to stop diarrhoea",
        "Metformin causes vomiting, what to stop?",
        "Which antiemetic for vomiting?",
        "Does ibuprofen reduce fever?",
        "What to stop vomiting with?",
        "Ondansetron for vomiting in chemotherapy, when to stop?",
    ],
)
def test_other_questions_on_vomiting_ask_something_else(typed: str) -> None:
    assert not illness_days.asks(typed)


def test_what_treats_diarrhoea_is_still_told_for_it(starter_place: Library) -> None:
    answer = probatum.answer("Loperamide to stop diarrhoea", library=starter_place)
    assert answer.title == "Loperamide for diarrhoea"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("my husband takes metformin and ramipril and now has norovirus and cant keep anything down what do we do", 2),
        ("dad is on dapagliflozin and has a sickness bug", 1),
        ("mum takes empagliflozin and bendroflumethiazide, she has gastroenteritis, what should we do", 2),
        ("i have the flu and cant eat, on metformin and gliclazide", 1),
    ],
)
def test_whoever_is_ill_on_such_medicines_is_told_of_each(typed: str, told: int, starter_place: Library) -> None:
    first = probatum.answer(typed, library=starter_place, reader="carer").sections[0].statements
    assert sum("stopped for a time" in s.text for s in first) >= told


@pytest.mark.parametrize(
    "typed",
    ["on metformin and cant eat bread, why", "does ramipril help norovirus", "metformin has caused a tummy bug"],
)
def test_another_question_on_such_an_illness_is_none(typed: str) -> None:
    assert not illness_days.asks(typed)
