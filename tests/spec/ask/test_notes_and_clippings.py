"""Shorthand of notes, clipped drug names, sayings and words that cling to a drug's name are read, and said."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Role


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("amoxicillin for 5/7", "amoxicillin for 5 days"),
        ("review in 2/52", "review in 2 weeks"),
        ("D-dimer 81F ?PE", "D-dimer 81 year old woman suspected pulmonary embolism"),
        ("azithromycin 3x/week", "azithromycin 3 times a week"),
        ("apixaban for DVT/PE", "apixaban for deep vein thrombosis or pulmonary embolism"),
        ("A or B for a woman of 23 with gout", "A or B for a 23 year old woman with gout"),
        ("statin for a man aged 81 years?", "statin for an 81 year old man?"),
        ("amoxicillin for a child of 12 kg", "amoxicillin for a child of 12 kg"),
        ("is 120/80 normal", "is 120/80 normal"),
        ("score 5/7 points", "score 5/7 points"),
    ],
)
def test_shorthand_of_notes_is_written_out(typed: str, said: str) -> None:
    assert read(typed).read.lower() == said.lower()


@pytest.mark.parametrize(
    ("typed", "drug"),
    [
        ("tica vs clopi after stents", "ticagrelor"),
        ("empa in heart failure", "empagliflozin"),
        ("amitrip for neuropathy", "amitriptyline"),
        ("bisop for angina", "bisoprolol"),
    ],
)
def test_the_first_letters_of_one_drug_are_that_drug(typed: str, drug: str) -> None:
    question = read(typed)
    assert drug in [c.label for c in question.having(Role.INTERVENTION)]
    assert any(a.what == "drug" and a.to == drug for a in question.assumptions)


@pytest.mark.parametrize(
    "typed", ["predni for asthma", "allop for gout", "does quinin help", "para for pain", "does lutein help"]
)
def test_letters_that_begin_two_drugs_or_leave_one_letter_off_are_no_clipping(typed: str) -> None:
    assert not [a for a in read(typed).assumptions if a.what == "drug"]


@pytest.mark.parametrize(
    ("typed", "role", "label"),
    [
        ("does tranexamic acid save lives in trauma", Role.OUTCOME, "death"),
        ("my knees are worn out, should I exercise", Role.POPULATION, "knee osteoarthritis"),
        ("do omega-3 capsules protect my heart", Role.OUTCOME, "cardiovascular events"),
        ("dabigatran with a mechanical valve", Role.POPULATION, "heart valve prosthesis"),
        ("naproxen for acute low back pain", Role.POPULATION, "low back pain"),
        ("semaglutide for weight loss", Role.OUTCOME, "weight loss"),
        ("gout flare in a man on warfarin with CKD 4", Role.POPULATION, "gout"),
        ("ibuprofen type drugs for back pain", Role.INTERVENTION, "nonsteroidal anti-inflammatory drugs"),
    ],
)
def test_what_is_meant_is_read(typed: str, role: Role, label: str) -> None:
    assert label in [c.label for c in read(typed).having(role)]


@pytest.mark.parametrize("typed", ["which drug is best for insomnia", "which tablet is safest in gout"])
def test_a_question_that_asks_which_names_no_treatment(typed: str) -> None:
    question = read(typed)
    assert question.intervention == ""
    assert not question.having(Role.INTERVENTION)


def test_what_somebody_takes_or_has_besides_is_not_asked_about() -> None:
    question = read("gout flare in a man on warfarin with CKD 4")
    assert question.patient.drugs == ("warfarin",)
    assert not question.having(Role.INTERVENTION)
    question = read("my mum is 82 with AF and falls, should she still be anticoagulated")
    assert question.outcome == ""
    assert "falling" in question.patient.conditions


def test_what_is_told_of_the_patient_behind_is_no_outcome() -> None:
    question = read("do vit D tablets stop my bones breaking im 66 and healthy")
    assert (question.outcome, question.patient.age) == ("fractures", "66 years")


def test_an_established_illness_is_whom_it_is_about() -> None:
    question = read("empagliflozin T2DM established CVD mortality")
    assert question.outcome == "mortality"
    assert "cardiovascular diseases" in [c.label for c in question.having(Role.POPULATION)]


def test_prednisone_counts_for_prednisolone_and_it_is_said() -> None:
    question = read("how long prednisolone for a COPD exacerbation")
    assert "prednisone" in question.having(Role.INTERVENTION)[0].synonyms
    assert any(a.what == "same medicine" for a in question.assumptions)
    both = read("prednisolone or prednisone in asthma")
    assert not any(a.what == "same medicine" for a in both.assumptions)


@pytest.mark.parametrize("drug", ["aciclovir", "valaciclovir", "quinidine", "quinine"])
def test_other_drugs_have_no_such_twin(drug: str) -> None:
    assert not any(a.what == "same medicine" for a in read(f"{drug} for shingles").assumptions)


@pytest.mark.parametrize(
    ("typed", "field", "value"),
    [
        ("low dose aspirin from 12/40 to prevent pre-eclampsia", "pregnancy", "12 weeks pregnant"),
        ("kid 2y with croup, dexamethasone", "age", "2 years"),
        ("statin at 82, no heart disease", "age", "82 years"),
        ("old lady of 84 with AF, warfarin or apixaban", "age", "84 years"),
        ("oxygen saturation at 92% in COPD", "age", ""),
        ("steroids for 2 y in asthma", "age", ""),
    ],
)
def test_age_and_weeks_of_notes(typed: str, field: str, value: str) -> None:
    assert getattr(read(typed).patient, field) == value


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("son is 6, still wets bed every night, anything that works", "enuresis"),
        ("she wets herself at night aged 8 what helps", "enuresis"),
        ("32F pregnant with dysuria, which abx", "urinary tract infection"),
        ("it stings when i wee do i need antibiotics", "urinary tract infection"),
        ("hurts to swallow, are antibiotics needed", "pharyngitis"),
    ],
)
def test_a_complaint_is_read_as_what_it_is_treated_for(typed: str, said: str) -> None:
    assert said in read(typed).read.lower()


@pytest.mark.parametrize("typed", ["hurts to swallow after alendronate", "hurts to pee, what helps"])
def test_without_an_antibiotic_it_stays_a_complaint(typed: str) -> None:
    assert "pharyngitis" not in read(typed).read.lower() and "infection" not in read(typed).read


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("pmr shows warfarin, rx for metronidazole", "warfarin"),
        ("new rx clarithromycin, PMR lists simvastatin 40", "simvastatin"),
        ("kardex says lithium, doctor wants to start ibuprofen", "lithium"),
    ],
)
def test_what_a_record_of_medicines_shows_is_taken(typed: str, taken: str) -> None:
    found = read(typed)
    assert taken in found.patient.drugs and "polymyalgia" not in found.read


def test_an_illness_of_that_name_stays_one() -> None:
    assert "polymyalgia" in read("prednisolone for pmr").read
