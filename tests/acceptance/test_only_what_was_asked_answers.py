"""What was asked about answers: no other treatment, no other test, no wider group in whom it was merely counted."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Kind


def lines(typed: str, library: Library) -> list[str]:
    return [s.text for s in probatum.answer(typed, library=library).section("bottom_line").statements]


@pytest.mark.parametrize(
    ("typed", "never"),
    [
        ("Does acupuncture help chronic low back pain", "spinal manipulation"),
        ("does yoga help chronic low back pain", "spinal manipulation"),
        ("sensitivity of troponin for MI", "ensitivity of the"),
        ("specificity of ANA for lupus", "pecificity of the"),
    ],
)
def test_a_source_on_something_else_is_no_answer(typed: str, never: str, starter_library: Library) -> None:
    told = lines(typed, starter_library)
    assert "no source that answers this question was found" in told[0]
    assert not any(never in text for text in told)


@pytest.mark.parametrize(
    ("typed", "lacking"),
    [
        ("steroids for sore throat", "corticosteroids in pharyngitis"),
        ("statin for migraine", "statin in migraine"),
        ("trihexyphenidyl or placebo in depression", "trihexyphenidyl in depression"),
        ("torasemide or placebo in migraine", "torasemide in migraine"),
    ],
)
def test_advice_on_others_is_said_to_be_on_others(typed: str, lacking: str, starter_library: Library) -> None:
    assert f"tells of {lacking}; what follows is on other treatments" in lines(typed, starter_library)[0]


def test_of_what_advice_names_no_such_thing_is_said(starter_library: Library) -> None:
    for typed in ("antibiotics for acute bronchitis", "T2DM dapagliflozin?", "exercise for knee osteoarthritis"):
        assert not any("what follows is on other treatments" in text for text in lines(typed, starter_library))


def test_both_sides_of_a_test_are_told_of_one_study(starter_library: Library) -> None:
    told = lines("How accurate is D-dimer to rule out pulmonary embolism in low probability patients?", starter_library)
    assert "Sensitivity of the age-adjusted cutoff" in told[0]
    assert "Specificity of the age-adjusted cutoff" in told[1]


def test_how_many_came_to_have_it_stands_before_what_else_befell_a_wider_group(starter_library: Library) -> None:
    first = lines("colchicine for pericarditis", starter_library)[0]
    assert "pericarditis (risk ratio 0.48" in first
    assert "indirect: in cardiovascular disease as a whole" in first
    assert not any("myocardial infarction" in text for text in lines("colchicine for pericarditis", starter_library))


def test_events_that_end_a_life_well_lived_stand_before_what_was_not_changed(starter_library: Library) -> None:
    told = lines("colchicine in coronary disease", starter_library)
    assert told[0].startswith("Colchicine reduces ischaemic stroke")
    assert told[1].startswith("Colchicine reduces major cardiovascular events")
    answer = probatum.answer("colchicine in coronary disease", library=starter_library)
    assert not any("do not start" in s.text.lower() for s in answer.section("algorithm").statements)


@pytest.mark.parametrize(
    ("typed", "against"),
    [
        ("does paracetamol help knee osteoarthritis", "recommends against paracetamol"),
        ("antibiotics for acute bronchitis", "recommends against a routine antibiotic"),
    ],
)
def test_that_a_guideline_is_against_it_is_told(typed: str, against: str, starter_library: Library) -> None:
    assert any(text.startswith("Guideline, against") and against in text for text in lines(typed, starter_library))


def test_a_label_for_the_wider_illness_is_for_its_kinds(starter_library: Library) -> None:
    answer = probatum.answer("does paracetamol help knee osteoarthritis", library=starter_library)
    assert not any("off-label" in s.text for s in answer.statements)  # for `minor pain of arthritis`


def test_doses_of_studied_members_stand_for_a_class(starter_library: Library) -> None:
    answer = probatum.answer(
        "SGLT2 inhibitor in heart failure with preserved ejection fraction?", library=starter_library
    )
    told = [s.text for s in answer.section("dosing").statements if s.kind is Kind.DIRECTIVE]
    assert any("heart failure, the recommended dose of dapagliflozin is 10 mg" in text for text in told)


def test_what_befell_the_healthy_is_no_answer_for_those_who_had_the_illness(starter_library: Library) -> None:
    told = lines("is HRT safe after breast cancer", starter_library)
    assert told[0].startswith("Guideline, against (NICE, UK, 2018): in women with breast cancer")
    assert not any("coronary heart disease" in text for text in told)
    asked = lines("does HRT cause breast cancer", starter_library)  # here they are the ones in whom it is counted
    assert any("breast cancer" in text and "hazard ratio 1.26" in text for text in asked)
    assert not any("against" in text for text in asked)


def test_a_dose_for_babies_is_none_for_a_grown_up(starter_library: Library) -> None:
    grown = lines("what is the maximum dose of paracetamol for a 45 kg adult", starter_library)
    assert not any("babies" in text for text in grown)
    baby = lines("paracetamol dose for a 2 month old after vaccination", starter_library)
    assert any("babies of 2 months" in text for text in baby)


def test_a_class_that_did_not_work_is_not_the_one_that_is_advised(starter_library: Library) -> None:
    told = lines("naproxen for gout flare", starter_library)
    assert not any("corticosteroid injection" in text for text in told)


def test_what_is_kept_from_babies_is_told_of_a_baby_and_not_of_a_child(starter_library: Library) -> None:
    baby = lines("can my baby of 5 months have honey in her porridge", starter_library)
    assert "should not be given to infants below 12 months" in baby[0]
    child = lines("honey for cough 7 year old", starter_library)
    assert child[0].count("ease cough") == 1 and not any("should not be given to infants" in text for text in child)


def test_a_dose_for_other_uses_is_not_denied(starter_library: Library) -> None:
    told = lines("Does topiramate help alcohol dependence and what dose?", starter_library)
    assert told[0].startswith("No study of this use was found")
    assert "Nothing held gives a dose of topiramate for what is asked." in told


def section(typed: str, library: Library, name: str) -> list[str]:
    return [s.text for s in probatum.answer(typed, library=library).section(name).statements]


def test_what_is_advised_against_as_a_class_is_no_alternative(starter_library: Library) -> None:
    others = section("is pregabalin worth trying for sciatica?", starter_library, "alternatives")
    assert not any(text.startswith("Carbamazepine (") for text in others)
    pain = section("is pregabalin worth trying for diabetic nerve pain?", starter_library, "alternatives")
    assert not any("advised against" in text and "anticonvulsants" in text for text in pain)


def test_the_part_of_the_body_that_needs_help_leads(starter_library: Library) -> None:
    eye = "how do i treat shingles near the eye in a 70 year old"
    assert "Shingles of the eye needs urgent specialist advice" in lines(eye, starter_library)[0]
    chest = lines("shingles on the chest of a 70 year old, what treatment", starter_library)
    assert not any("of the eye" in text for text in chest)


def test_a_dose_for_kidneys_that_nobody_told_of_is_no_step(starter_library: Library) -> None:
    path = section("shingles on the chest of a 70 year old, what treatment", starter_library, "algorithm")
    assert any("800 mg by mouth 5 times daily" in step for step in path)
    assert not any(step.startswith("Dose") and "kidney impairment" in step for step in path)
