"""What a trial counts the use of was not tested by it, and what befell somebody may befall him again."""

from __future__ import annotations

import pytest

import probatum


def _lead(typed: str, reader: str = "doctor") -> str:
    return probatum.answer(typed, reader=reader).sections[0].statements[0].text


def test_less_use_of_a_treatment_is_no_answer_on_it() -> None:
    made = probatum.answer("should I prescribe antibiotics for acute bronchitis?")
    assert not any("Antibiotic use within" in s.text for s in made.sections[0].statements)


def test_less_use_is_one_on_what_lowered_it() -> None:
    assert "ntibiotic" in _lead("does CRP testing reduce antibiotic use in COPD")


def test_another_attack_leads_behind_a_first() -> None:
    assert "myocardial infarction" in _lead("what is the evidence for colchicine after a heart attack")


def test_advice_on_what_is_told_leads() -> None:
    assert "risk of falls alone" in _lead("my nan is 88 and falls a lot, should she still take her apixaban", "carer")


@pytest.mark.parametrize("typed", ["apixaban in a man who falls a lot", "colchicine after a heart attack"])
def test_two_substrates_of_one_enzyme_do_nothing_to_each_other(typed: str) -> None:
    assert not any("both labels name CYP" in s.text for s in probatum.answer(typed).statements)


def test_a_chronic_form_is_no_label_for_the_acute_one_that_was_shortened_away() -> None:
    made = probatum.answer("should I prescribe antibiotics for acute bronchitis?")
    assert not any("clarithromycin" in s.text for s in made.sections[0].statements)
