"""Whom a question about somebody is about: every illness that is told, but what is feared, denied, or a reaction."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Role


@pytest.mark.parametrize(
    ("typed", "ill"),
    [
        ("cetirizine or loratadine for hay fever in 15yo with asthma on montelukast", ["allergic rhinitis", "asthma"]),
        ("naproxen vs colchicine for gout in 71M with heart failure on bisoprolol", ["gout", "heart failure"]),
        ("fluconazole or terbinafine for tinea, 48F, cirrhosis", ["tinea", "liver cirrhosis"]),
        ("mirtazapine or sertraline for 81 woman w depression, hyponatraemia on citalopram", ["depression"]),
    ],
)
def test_illnesses_that_somebody_has(typed: str, ill: list[str]) -> None:
    question = read(typed)
    assert all(any(one in named for named in question.population.split(" and ")) for one in ill), question.population
    assert not question.outcome


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("Do compression stockings prevent blood clots on long flights? 44F, thyroid ok", "clots"),
        ("72M on warfarin, does vitamin C reduce stroke", "stroke"),
    ],
)
def test_what_is_feared_is_not_had(typed: str, outcome: str) -> None:
    question = read(typed)
    wanted = [c for c in question.concepts if c.role is Role.OUTCOME]
    assert wanted
    assert not any(c in wanted for c in question.having(Role.POPULATION))


def test_an_illness_of_the_kin_is_not_had() -> None:
    question = read("Should 45M have a colonoscopy? brother has bowel cancer")
    assert "cancer" not in question.population


@pytest.mark.parametrize(
    ("typed", "allergy", "reaction"),
    [
        ("cellulitis, 40M, rash with amoxicillin. doxycycline ok?", "amoxicillin", "rash"),
        ("can he have the flu jab, egg allergy - hives only", "egg", "urticaria"),
        ("child 5 tonsillitis, penicillin rash, clarithromycin?", "penicillin", "rash"),
    ],
)
def test_a_reaction_is_an_allergy_and_no_illness_to_treat(typed: str, allergy: str, reaction: str) -> None:
    question = read(typed)
    assert any(allergy in one for one in question.patient.allergies)
    assert reaction not in question.population


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("aortic stenosis AF 74. edoxaban?", "74 years"),
        ("tai chi for falls, 79 living alone", "79 years"),
        ("is the pneumonia jab ok. 36 asthma", "36 years"),
        ("amlodipine for 69 woman with hypertension", "69 years"),
        ("back pain 10 days, ibuprofen?", ""),
        ("hypertension 150/90, amlodipine or ramipril?", ""),
    ],
)
def test_a_bare_number_beside_an_illness_is_an_age(typed: str, age: str) -> None:
    assert read(typed).patient.age == age


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("dose of tenecteplase in stroke 82kg, onset 3h", "people with stroke"),
        ("semaglutide for weight in type 2 diabetes BMI 39 eGFR 50", "people with type 2 diabetes"),
    ],
)
def test_people_are_named_without_what_is_told_behind(typed: str, people: str) -> None:
    assert read(typed).population.startswith(people)


@pytest.mark.parametrize(
    ("typed", "ill"),
    [
        ("hot flushes, 50F, breast cancer on letrozole. clonidine or venlafaxine", ["hot flashes", "breast cancer"]),
        ("sudden hearing loss 44M oral vs intratympanic steroid", ["hearing loss"]),
        ("vaccine for chronic kidney dis 61F", ["kidney"]),
        ("prednisolone dose in copd exac, 66F", ["chronic obstructive"]),
    ],
)
def test_what_the_treatment_is_for_names_the_people(typed: str, ill: list[str]) -> None:
    question = read(typed)
    told = f"{question.population} {question.patient.kidney}".lower()
    assert all(one in told for one in ill), told


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("how to tell gout from septic arthritis", "diagnosis"),
        ("what percentage of people get gout again", "prognosis"),
        ("why does grapefruit affect felodipine", "mechanism"),
    ],
)
def test_kinds_in_common_words(typed: str, kind: str) -> None:
    assert read(typed).intent.value == kind


def test_what_is_prevented_with_words_between() -> None:
    question = read("clopidogrel to prevent a first stroke in a fit woman of 66")
    assert question.outcome
    assert not any(c.label == "stroke" for c in question.having(Role.POPULATION))


def test_what_is_measured_is_asked_of_the_drug() -> None:
    assert read("how often should INR be checked on acenocoumarol").intervention == "acenocoumarol"
