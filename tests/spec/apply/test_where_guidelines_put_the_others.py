"""Another treatment is told with the place that guidelines give it; what is given beside the one asked about, what is
begun already and what is said already are no alternatives."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply.patient.itself import alone


def _told(typed: str, place: Path, section: str = "alternatives") -> list[str]:
    return [s.text for s in probatum.answer(typed, library=place).section(section).statements]


@pytest.mark.parametrize(
    ("typed", "name", "said"),
    [
        ("duloxetine for generalised anxiety disorder", "Sertraline (NICE", "NICE recommends sertraline as the first"),
        ("duloxetine for generalised anxiety disorder", "Pregabalin (NICE", "when SSRIs and SNRIs are not tolerated"),
        ("gabapentin for neuropathic pain", "Tramadol (NICE", "only as acute rescue"),
    ],
)
def test_each_stands_where_the_guideline_puts_it(starter_place: Path, typed: str, name: str, said: str) -> None:
    assert any(text.startswith(name) and said in text for text in _told(typed, starter_place))


@pytest.mark.parametrize(
    ("typed", "name", "among"),
    [
        ("gabapentin for neuropathic pain", "Amitriptyline (", False),
        ("gabapentin for neuropathic pain", "Duloxetine (", True),
        ("duloxetine for generalised anxiety disorder", "Sertraline (", False),
        ("duloxetine for generalised anxiety disorder", "Escitalopram (", True),
    ],
)
def test_a_label_of_other_illnesses_says_only_that(starter_place: Path, typed: str, name: str, among: bool) -> None:
    line = next(text for text in _told(typed, starter_place) if text.startswith(name))
    assert ("not among its indications" not in line) is among
    assert among or "depress" not in line.partition("boxed warning")[0]


def test_one_of_a_class_whose_examples_are_others_is_no_choice(starter_place: Path) -> None:
    told = _told("What is the first choice for PTSD in an adult?", starter_place)
    assert any("such as risperidone" in text for text in told) and not any(t.startswith("Haloperidol") for t in told)


def test_a_warning_of_the_class_is_told_once(starter_place: Path) -> None:
    told = _told("duloxetine for generalised anxiety disorder", starter_place)
    assert not any("boxed warning: " in text for text in told)
    assert sum("boxed warning as above" in text for text in told) > 1


def test_a_warning_of_its_own_is_told(starter_place: Path) -> None:
    told = _told("ticagrelor or clopidogrel after acute coronary syndrome", starter_place)
    assert any(text.startswith("Prasugrel (") and "boxed warning: prasugrel" in text for text in told)


@pytest.mark.parametrize(
    ("typed", "beside"),
    [
        ("ticagrelor or clopidogrel after acute coronary syndrome", "Aspirin ("),
        ("febuxostat or allopurinol for gout", "Colchicine ("),
    ],
)
def test_what_is_given_with_it_is_no_alternative(starter_place: Path, typed: str, beside: str) -> None:
    assert not any(text.startswith(beside) for text in _told(typed, starter_place))


def test_what_is_offered_as_the_other_choice_stays(starter_place: Path) -> None:
    told = " ".join(_told("amlodipine for hypertension in a 60 year old", starter_place))
    assert "Ramipril (" in told and "Losartan (" in told


def test_the_member_that_is_begun_is_no_alternative_to_itself(starter_place: Path) -> None:
    typed = "which antibiotic and dose for cystitis in a woman 20 weeks pregnant"
    told = _told(typed, starter_place)
    assert not any(text.startswith("Nitrofurantoin (") for text in told)
    assert any(text.startswith("Amoxicillin (") for text in told)
    assert any("weigh amoxicillin" in text for text in _told(typed, starter_place, "algorithm"))


@pytest.mark.parametrize(
    ("text", "drug", "is_alone"),
    [
        ("hypersensitivity to gravelol", "gravelol", True),
        ("hypersensitivity to gravelol or another pebblin", "gravelol", False),
        ("allergy to pebblins", "gravelol", False),
        ("active bleeding", "gravelol", False),
    ],
)
def test_a_reaction_to_the_medicine_goes_without_saying(text: str, drug: str, is_alone: bool) -> None:
    assert alone(text, drug) is is_alone
