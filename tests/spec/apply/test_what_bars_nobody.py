"""What bars nobody: the way in which something is given, a reaction that nobody tells of, advice against a medicine as
the only one; and a kind of medicine beside one of it is no pair."""

from __future__ import annotations

from pathlib import Path

import probatum

_DKA = "type 1 DKA adult fixed rate insulin how many units/kg/hr and do you carry on the lantus?"


def _short(typed: str, place: Path) -> list[str]:
    return [s.text for s in probatum.answer(typed, library=place).section("bottom_line").statements]


def test_insulin_is_barred_to_nobody_for_the_way_of_one_of_its_kind(starter_place: Path) -> None:
    told = _short(_DKA, starter_place)
    assert "diabetic ketoacidosis" in told[0]
    assert not any("for this patient" in text and "against" in text for text in told)
    assert not any("not to be taken together" in text for text in told)


def test_what_is_not_to_be_given_alone_is_no_advice_against_it_in_an_attack(starter_place: Path) -> None:
    told = _short("acute asthma salbutamol nebs dose", starter_place)
    assert not any("advised against" in text or "advises against" in text for text in told)
    alone = _short("salbutamol alone for asthma ok?", starter_place)
    assert "advised against" in alone[0]


def test_the_dose_for_these_kidneys_is_told(starter_place: Path) -> None:
    told = _short("neuropathic pain eGFR 22, pregabalin max dose?", starter_place)
    assert any("25 mg to 150 mg" in text for text in told)
    assert not any("30 to 60 ml/min" in text for text in told)


def test_a_low_sugar_that_is_felt_is_an_alarm(starter_place: Path) -> None:
    told = _short("mum is diabetic on gliclazide and shes shaky and sweaty sugar 3.1 what do i give her", starter_place)
    assert "low blood sugar" in told[0]
    assert "emergency" not in _short("what is a normal sugar on gliclazide", starter_place)[0]


def test_nobody_who_forgot_the_pill_is_told_the_rule_of_other_medicines(starter_place: Path) -> None:
    answer = probatum.answer("missed 2 pills of microgynon in week 1", reader="patient", library=starter_place)
    path = [s.text for one in answer.sections if one.id == "algorithm" for s in one.statements]
    assert not any("two doses at once" in text for text in path)


def test_a_level_that_is_told_is_held_to_what_the_label_says_of_levels(starter_place: Path) -> None:
    told = _short("gentamicin level high pre dose 2.4, next dose due now", starter_place)
    assert told[0].startswith("On the level that is told")
    assert "trough levels above 2 micrograms/ml" in told[0]
    assert not any(text.startswith("On the level") for text in _short("gentamicin dose for sepsis", starter_place))


def test_what_something_is_done_to_avoid_bars_nothing(starter_place: Path) -> None:
    typed = "mum is diabetic on gliclazide and shes shaky and sweaty sugar 3.1 what do i give her"
    told = _short(typed, starter_place)
    assert not any("advised against" in text or text.startswith("Not to be used") for text in told)


def test_no_treatment_is_chosen_while_help_is_called_for(starter_place: Path) -> None:
    typed = "mum is diabetic on gliclazide and shes shaky and sweaty sugar 3.1 what do i give her"
    answer = probatum.answer(typed, reader="carer", library=starter_place)
    assert len(answer.section("bottom_line").statements) == 1
    assert not any(a.what == "treatment" for a in answer.question.assumptions)


def test_what_is_not_to_be_taken_together_is_not_withheld(starter_place: Path) -> None:
    answer = probatum.answer("domperidone 10mg TDS for nausea, on citalopram 20mg", library=starter_place)
    assert not [w for w in answer.warnings if w.code == "withheld"]
    assert any(
        "citalopram" in s.text and "not to be taken together" in s.text
        for s in answer.section("bottom_line").statements
    )


def test_what_one_kind_is_not_for_bars_that_kind_where_it_is_asked_about(starter_place: Path) -> None:
    told = " ".join(_short("insulin glargine for diabetic ketoacidosis?", starter_place))
    assert "not for diabetic ketoacidosis" in told
