"""A label that is for one cause of a complaint, or keeps it away, is no first choice for the complaint at large."""

from __future__ import annotations

from pathlib import Path

import probatum
from probatum.model import Answer


def lines(answer: Answer) -> list[str]:
    return [s.text for s in answer.section("bottom_line").statements]


def test_what_is_for_one_cause_stands_behind(starter_place: Path) -> None:
    told = lines(probatum.answer("treatment of diarrhoea", library=starter_place))
    assert "loperamide is indicated for acute and chronic diarrhoea" in told[0]


def test_of_the_cause_that_is_told_it_leads(starter_place: Path) -> None:
    told = " ".join(lines(probatum.answer("treatment of Clostridioides difficile diarrhoea", library=starter_place)))
    assert "vancomycin" in told.lower() and "loperamide" not in told.lower()


def test_what_keeps_an_attack_away_is_nothing_for_the_pain(starter_place: Path) -> None:
    told = " ".join(lines(probatum.answer("what to take for a headache", library=starter_place)))
    assert "Acetaminophen" in told and "Topiramate" not in told
    prevention = " ".join(lines(probatum.answer("what prevents migraine", library=starter_place)))
    assert "prevent" in prevention.lower()


def test_a_label_for_the_wider_illness_answers_for_its_kind(starter_place: Path) -> None:
    told = lines(probatum.answer("naproxen for knee osteoarthritis", library=starter_place))
    assert "No study of this was found; its label" in told[0] and "osteoarthritis" in told[0]


def test_advice_within_another_illness_is_none_for_the_complaint(starter_place: Path) -> None:
    told = " ".join(lines(probatum.answer("what helps constipation", library=starter_place)))
    assert "diverticular" not in told
    asked = " ".join(lines(probatum.answer("constipation in diverticular disease", library=starter_place)))
    assert "diverticular" in asked


def test_nothing_is_listed_for_a_cause_that_is_not_told(starter_place: Path) -> None:
    told = " ".join(lines(probatum.answer("diarrhoea in a 1 year old what can I give", library=starter_place)))
    assert "ciprofloxacin" not in told.lower() and "Vancomycin" not in told
    assert "Loperamide is contraindicated" in told


def test_blood_in_the_stool_is_what_bars(starter_place: Path) -> None:
    told = lines(probatum.answer("can I take loperamide for bloody diarrhoea", library=starter_place))
    assert "contraindicated for this patient" in told[0] and "dysentery" in told[0]


def test_people_without_signs_of_an_illness_are_others(starter_place: Path) -> None:
    told = lines(probatum.answer("how to treat hypothyroidism", library=starter_place))
    assert "starting dose of levothyroxine" in told[0]
    assert not any("statin" in one.lower() for one in told)
    assert any("in subclinical hypothyroidism, not hypothyroidism" in one for one in told)
    asked = " ".join(lines(probatum.answer("levothyroxine for subclinical hypothyroidism", library=starter_place)))
    assert "indirect" not in asked


def test_one_label_that_is_for_it_is_written_about(starter_place: Path) -> None:
    answer = probatum.answer("treatment of trigeminal neuralgia", library=starter_place)
    assert "carbamazepine" in answer.title.lower()
    assert any("100 mg by mouth twice daily" in s.text for s in answer.section("algorithm").statements)


def test_what_neither_label_nor_advice_tells_of_is_no_first_choice(starter_place: Path) -> None:
    told = lines(probatum.answer("treatment of insomnia in a 70 year old", library=starter_place))
    assert "CBT-I" in told[0] and "annabinoid" not in " ".join(told)
    told = lines(probatum.answer("cannabinoids for insomnia", library=starter_place))
    assert "annabinoid" in told[0]


def test_adults_are_told_no_dose_of_a_baby(starter_place: Path) -> None:
    answer = probatum.answer("treatment of acute otitis media in adults", library=starter_place)
    assert answer.question.patient.age == "adult"
    steps = " ".join(s.text for s in answer.section("algorithm").statements)
    assert "1 to 11 months" not in " ".join((*lines(answer), steps))
    children = probatum.answer("treatment of acute otitis media in a 6 month old", library=starter_place)
    assert "1 to 11 months" in " ".join(s.text for s in children.statements)


def test_an_attack_is_treated_by_what_is_given_in_one(starter_place: Path) -> None:
    answer = probatum.answer("how to treat an asthma attack in an adult", library=starter_place)
    told = lines(answer)
    assert "salbutamol" in told[0] and "prednisolone" in told[1] and "children" not in " ".join(told)
    steps = " ".join(s.text for s in answer.section("algorithm").statements)
    assert "budesonide/formoterol is 2 inhalations" not in steps


def test_a_check_within_weeks_stands_behind_the_dose(starter_place: Path) -> None:
    answer = probatum.answer("treatment of iron deficiency anaemia", library=starter_place)
    steps = [s.text for s in answer.section("algorithm").statements]
    assert not any(one.startswith("Before it is thought of") for one in steps)
    assert any(one.startswith("Look at it again") and "within the first 4 weeks" in one for one in steps)
