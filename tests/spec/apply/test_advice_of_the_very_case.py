"""What a guideline advises in just the case that is told leads, and not what holds for the illness at large."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer


def _short(made: Answer) -> str:
    return " ".join(s.text for s in made.section("bottom_line").statements)


def _path(made: Answer) -> str:
    return " ".join(s.text for s in made.section("algorithm").statements)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("period pain in a woman who cannot take an NSAID: initial treatment?", "the choice is paracetamol"),
        ("is an SGLT2 inhibitor recommended for type 2 diabetes in adults who cannot take metformin?", "alone"),
        ("severe pre-eclampsia with a high risk of fits, what is recommended?", "magnesium sulfate is given"),
        ("irritable bowel syndrome with constipation, what is recommended?", "considering laxatives"),
        ("acute pyelonephritis, vomiting, what to give", "an intravenous antibiotic"),
        ("pregnant woman with hypertension, labetalol not suitable: what can be given?", "nifedipine"),
        ("dyspepsia without endoscopy: what do I give first", "a proton pump inhibitor at full dose"),
        ("what next in mastitis that an antibiotic has not improved within 48 hours?", "the second choice"),
        ("mild diabetic foot infection with penicillin allergy in adults, which antibiotic?", "clarithromycin"),
    ],
)
def test_the_case_leads(starter_place: Path, typed: str, first: str) -> None:
    assert first in probatum.answer(typed, library=starter_place).section("bottom_line").statements[0].text


def test_where_no_case_is_told_the_illness_at_large_leads(starter_place: Path) -> None:
    made = probatum.answer("irritable bowel syndrome, what is recommended?", library=starter_place)
    first = made.section("bottom_line").statements[0].text
    assert "antispasmodic" in first and "linaclotide" not in first


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("bronchiolitis: does this need hospital?", "emergency referral to hospital"),
        ("when should cellulitis be referred", "orbital cellulitis"),
        ("who needs admission with croup", "admitted to hospital at once"),
    ],
)
def test_whom_to_refer_is_told_first_and_alone(starter_place: Path, typed: str, told: str) -> None:
    made = probatum.answer(typed, library=starter_place)
    assert told in made.section("bottom_line").statements[0].text and told in _path(made)
    assert "first choice" not in _short(made)


def test_how_an_illness_is_treated_is_no_question_of_referral(starter_place: Path) -> None:
    made = probatum.answer("treatment of cellulitis in an adult", library=starter_place)
    assert "flucloxacillin" in made.section("bottom_line").statements[0].text


@pytest.mark.parametrize(
    "typed", ["role of alteplase in acute ischaemic stroke", "can I give alteplase in acute stroke"]
)
def test_what_a_guideline_says_of_a_treatment_stands_before_trials(starter_place: Path, typed: str) -> None:
    short = _short(probatum.answer(typed, library=starter_place))
    assert "4.5 hours" in short


def test_no_path_denies_what_a_guideline_has_given(starter_place: Path) -> None:
    typed = "can I give oxygen to a child with an acute asthma attack with an oxygen saturation of 85%"
    made = probatum.answer(typed, library=starter_place)
    assert "oxygen should be given" in _short(made) and "do not start oxygen" not in _path(made)


@pytest.mark.parametrize(
    "typed", ["antibiotics for an infected diabetic foot ulcer", "which antibiotic for mild diabetic foot infection"]
)
def test_advice_against_keeping_it_away_is_none_against_treating_it(starter_place: Path, typed: str) -> None:
    made = probatum.answer(typed, library=starter_place)
    assert "against antibiotics to prevent" not in f"{_short(made)} {_path(made)}"


def test_it_is_told_where_keeping_it_away_is_asked(starter_place: Path) -> None:
    typed = "should antibiotics be given to prevent diabetic foot infection?"
    assert "against antibiotics to prevent" in _short(probatum.answer(typed, library=starter_place))


def test_the_severe_form_stands_behind_where_no_degree_is_told(starter_place: Path) -> None:
    typed = "can I give an antihypertensive to a pregnant woman with hypertension"
    first = probatum.answer(typed, library=starter_place).section("bottom_line").statements[0].text
    assert "labetalol as the first choice" in first
    made = probatum.answer("antihypertensive in severe hypertension in pregnancy", library=starter_place)
    assert "severe hypertension in pregnancy" in _short(made)


def test_a_guidelines_dose_where_the_label_is_for_something_else(starter_place: Path) -> None:
    made = probatum.answer("adult with cluster headache, how much sumatriptan?", library=starter_place)
    assert "6 mg under the skin" in made.section("bottom_line").statements[0].text
    assert "by mouth" not in _path(made) and "Contraindicated" in _short(made)
    assert "50 mg to 100 mg by mouth" in _short(probatum.answer("sumatriptan dose in migraine", library=starter_place))


@pytest.mark.parametrize(
    "typed",
    [
        "mild diabetic foot infection, anaphylaxis to amoxicillin, antibiotic and dose",
        "which antibiotic for mild diabetic foot infection in an adult allergic to penicillin",
    ],
)
def test_what_is_not_borne_does_not_lead(starter_place: Path, typed: str) -> None:
    made = probatum.answer(typed, library=starter_place)
    assert "recommends flucloxacillin" not in f"{_short(made)} {_path(made)}"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("GAD, sertraline failed, what next", "another SSRI or an SNRI"),
        ("generalised anxiety disorder, SSRIs and SNRIs are not tolerated, what next", "pregabalin"),
    ],
)
def test_what_failed_and_what_may_not_be_had_are_two_cases(starter_place: Path, typed: str, told: str) -> None:
    assert told in probatum.answer(typed, library=starter_place).section("bottom_line").statements[0].text
