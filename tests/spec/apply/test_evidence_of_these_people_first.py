"""What was found in the people asked about stands first; whom a trial took in is said where a question names others."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer


def _answer(question: str, place: Path) -> Answer:
    return probatum.answer(question, library=place)


def _texts(made: Answer, section: str) -> list[str]:
    return [s.text for s in made.section(section).statements]


@pytest.mark.parametrize(
    "question",
    [
        "does tranexamic acid cut death in mild TBI given within 3h",
        "tranexamic acid and death in traumatic brain injury",
    ],
)
def test_a_trial_of_these_people_leads(question: str, starter_place: Path) -> None:
    first, second, *_ = _texts(_answer(question, starter_place), "bottom_line")
    assert "death within 24 hours in traumatic brain injury" in first and "29 of every 1,000" in first
    assert "indirect" not in first and "death within 28 days" in second


def test_a_trial_of_all_leads_where_all_are_asked_about(starter_place: Path) -> None:
    first = _texts(_answer("does tranexamic acid reduce death after trauma", starter_place), "bottom_line")[0]
    assert "death from any cause in trauma: 145 of every 1,000" in first


def test_a_class_that_a_guideline_names_is_that_of_its_member(starter_place: Path) -> None:
    made = _answer("hydrocortisone in severe community pneumonia in ICU?", starter_place)
    assert any("includes a corticosteroid" in text for text in _texts(made, "bottom_line"))
    path = _texts(made, "algorithm")
    assert "includes a corticosteroid" in path[0] and not any("amoxicillin" in step for step in path)


def test_another_class_is_not_meant(starter_place: Path) -> None:
    made = _answer("amoxicillin in community acquired pneumonia", starter_place)
    assert not any("corticosteroid" in text for text in _texts(made, "bottom_line"))


def test_whom_a_trial_took_in_stands_with_its_dose_and_result(starter_place: Path) -> None:
    made = _answer("hydrocortisone in severe community pneumonia in ICU?", starter_place)
    (studied,) = (text for text in _texts(made, "dosing") if text.startswith("Studied"))
    assert "in patients with severe COVID-19" in studied
    told = _texts(_answer("dabigatran 150 bd, CrCl 28, taking verapamil", starter_place), "evidence")
    assert any(text.startswith("In patients with mechanical heart valves: a randomised trial") for text in told)


def test_people_whom_the_question_names_are_not_told_again(starter_place: Path) -> None:
    made = _answer("hydrocortisone in severe COVID-19", starter_place)
    assert not any("in patients with severe COVID-19" in text for text in _texts(made, "dosing"))


def test_an_infection_of_one_organ_is_none_of_another(starter_place: Path) -> None:
    made = _answer("simvastatin 40 + clarithromycin 5 days chest infection", starter_place)
    told = [*_texts(made, "bottom_line"), *_texts(made, "evidence"), *_texts(made, "conclusion")]
    assert not any("radicat" in text for text in told)
    own = _texts(_answer("antibiotics for H pylori infection", starter_place), "bottom_line")
    assert any("with Helicobacter pylori, the first choice" in text for text in own)


def test_a_trial_in_both_illnesses_stands_before_one_in_the_other(starter_place: Path) -> None:
    first = _texts(_answer("empagliflozin T2DM established CVD mortality", starter_place), "bottom_line")[0]
    assert first.startswith("Cardiovascular death was seen in 3.7% with empagliflozin")
    alone = _texts(_answer("empagliflozin in heart failure", starter_place), "bottom_line")[0]
    assert "for heart failure: in one trial" in alone
