"""Words for the young stand for years, what was long ago is nobody's age now, and a value is no age."""

from __future__ import annotations

import pytest

from probatum.ask import read


@pytest.mark.parametrize(
    ("typed", "age", "read_as"),
    [
        ("is my baby ok with paracetamol", "infant", "an infant, under 1 year"),
        ("how much ibuprofen for my toddler", "toddler", "a toddler, from 1 to 3 years"),
        ("amoxicillin dose, newborn", "newborn", "a newborn, under 28 days"),
        ("is sertraline safe for my teenage daughter", "adolescent", "an adolescent, from 10 to 17 years"),
        ("melatonin for my son", "child", "a child, under 18 years"),
        ("ibuprofen for my 8 month old", "8 months", ""),
        ("ibuprofen for my six month old", "6 months", ""),
        ("paracetamol for my one-year-old", "1 years", ""),
        ("ibuprofen for a two and a half year old", "2.5 years", ""),
        ("ibuprofen for my 1.5 year old", "1.5 years", ""),
        ("paracetamol for my lad who is six", "6 years", ""),
        ("paracetamol for my 18mo", "18 months", ""),
        ("paracetamol for my year old boy", "1 years", ""),
        ("apixaban in a seventy-five year old", "75 years", ""),
        ("paracetamol for my grandson", "child", "a child, under 18 years"),
        ("my son is 35 and has gout, colchicine", "35 years", ""),
        ("my daughter is pregnant, is ibuprofen ok", "", ""),
        ("amoxicillin in children with otitis media", "child", ""),
        ("baby dose of ibuprofen", "infant", "an infant, under 1 year"),
        ("baby aspirin to prevent stroke", "", ""),
        ("we want a baby, is sertraline ok", "", ""),
    ],
)
def test_a_word_for_the_young_is_read_and_said(typed: str, age: str, read_as: str) -> None:
    question = read(typed)
    assert question.patient.age == age
    assert next((a.to for a in question.assumptions if a.what == "age"), "") == read_as


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("penicillin rash as a child, now lyme disease", ""),
        ("had asthma when I was little, is aspirin ok", ""),
        ("when I was a kid I had rheumatic fever, do I need antibiotics", ""),
        ("a seizure as a baby, can I take bupropion", ""),
        ("when I was 12 I had nephritis, is ibuprofen ok", ""),
        ("febrile seizures in childhood, tramadol now", ""),
        ("my son, 4, asthma since he was a baby, salbutamol dose", "4 years"),
        ("when my son was 3 weeks old he had surgery, now reflux", "child"),
    ],
)
def test_what_was_long_ago_is_no_age(typed: str, age: str) -> None:
    assert read(typed).patient.age == age


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("LDL below 1.8", ""),
        ("HbA1c below 7", ""),
        ("ferritin under 30 iron tablets", ""),
        ("INR under 2", ""),
        ("statin to get LDL under 2", ""),
        ("TSH over 10 levothyroxine", ""),
        ("platelets under 50 apixaban", ""),
        ("urate target below 6 with allopurinol", ""),
        ("vitamin D below 25", ""),
        ("CHA2DS2-VASc over 2", ""),
        # Near by: these are ages.
        ("statin over 75", "over 75"),
        ("ibuprofen dose under 12", "under 12"),
        ("vitamin D over 65", "over 65"),
        ("blood pressure target over 80", "over 80"),
        ("statin for high cholesterol over 75", "over 75"),
        ("my daughter is 12, HbA1c above 9", "12 years"),
        ("eGFR under 30, aged 82, metformin", "82 years"),
    ],
)
def test_a_value_of_what_is_measured_is_no_age(typed: str, age: str) -> None:
    assert read(typed).patient.age == age


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("statins over 75 for primary prevention", "statin"),
        ("ibuprofen under 12 for fever", "ibuprofen"),
        ("aspirin 75 mg for stroke prevention", "aspirin"),
    ],
)
def test_an_age_is_no_part_of_what_is_given(typed: str, given: str) -> None:
    assert given in read(typed).intervention
    assert " over " not in read(typed).intervention and " under " not in read(typed).intervention


def test_to_want_a_child_is_to_try_for_one() -> None:
    assert read("we want a baby, valproate for epilepsy").patient.pregnancy == "trying to conceive"
    assert not read("I want baby paracetamol, which dose").patient.pregnancy
