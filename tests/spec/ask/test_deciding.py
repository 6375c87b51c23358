"""What is asked about is decided once, over every treatment that a question names."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent, Question, Role


def labels(question: Question, *roles: Role) -> list[str]:
    return [c.label for role in roles for c in question.having(role)]


@pytest.mark.parametrize(
    ("typed", "asked", "against"),
    [
        # a list of choices, also of things that no vocabulary knows
        ("tennis elbow 3 months. straps, rest, or a cortisone shot?", ["straps", "rest"], []),
        ("oral thrush in a baby: nystatin or miconazole gel or gentian paint?", ["nystatin", "miconazole"], []),
        ("is hydroxychloroquine still safe or would leflunomide be better", ["hydroxychloroquine"], ["leflunomide"]),
        (
            "Is spironolactone worth it for her acne or just the pill?",
            ["spironolactone", "combined oral contraceptives"],
            [],
        ),
        ("63M COPD on tiotropium, add azithromycin or roflumilast?", ["azithromycin", "roflumilast"], []),
        # what was tried is not asked about
        ("restless legs, tried ropinirole. gabapentin any good?", ["gabapentin"], []),
        # a class behind its member stands for the member
        ("muscles hurt since rosuvastatin, 66F. is it the statin or my age", ["rosuvastatin"], []),
        # words that tell a tale are no name of a treatment
        ("doctor put me on citalopram last week for panic. when does it help", ["citalopram"], []),
        (
            "5 days into flucloxacillin for cellulitis, still red. how long before it gets better",
            ["flucloxacillin"],
            [],
        ),
    ],
)
def test_what_weighs_most_is_asked_about(typed: str, asked: list[str], against: list[str]) -> None:
    question = read(typed)
    held = labels(question, Role.INTERVENTION)
    assert [label for label in asked if label not in held] == []
    assert [label for label in against if label not in labels(question, Role.COMPARATOR)] == []
    assert ". " not in question.intervention


@pytest.mark.parametrize(
    "typed",
    [
        "61M type 2 diabetes on metformin and gliclazide, HbA1c 71. next step?",
        "48F hypothyroid on levothyroxine, TSH normal, still tired. what else",
    ],
)
def test_what_is_only_taken_is_not_asked_about_where_it_is_asked_what_to_give(typed: str) -> None:
    question = read(typed)
    assert question.intervention == ""
    assert question.patient.drugs


def test_what_is_taken_is_asked_about_where_nothing_else_is() -> None:
    question = read("Been on risedronate 6 yrs, 71F, hip ok. How long do I carry on for?")
    assert labels(question, Role.INTERVENTION) == ["risedronic acid"] or question.intervention == "risedronate"


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("59F epilepsy since school (lamotrigine), now low mood. venlafaxine ok?", ["epilepsy"]),
        ("ECT for psychosis in 71F, had a stroke. work better than tablets?", ["psychosis"]),
    ],
)
def test_people_are_named_by_what_they_have(typed: str, people: list[str]) -> None:
    question = read(typed)
    assert all(one in question.population for one in people), question.population


@pytest.mark.parametrize(
    ("typed", "intervention"),
    [
        ("how long does it take for amitriptyline to work", "amitriptyline"),
        ("how soon will mirabegron kick in", "mirabegron"),
        ("which blood tests are needed with leflunomide", "leflunomide"),
        ("what works for chronic cough", ""),
        ("will antibiotics help me get better quicker", "antibiotics"),
    ],
)
def test_words_round_a_treatment_are_no_part_of_it(typed: str, intervention: str) -> None:
    assert read(typed).intervention == intervention


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("FeNO for asthma", Intent.DIAGNOSIS),
        ("NT-proBNP in suspected heart failure", Intent.DIAGNOSIS),
        ("67M hoarse for a month, is that laryngitis or cancer?", Intent.DIAGNOSIS),
        ("sciatica 3 weeks, 44. Will it go away?", Intent.PROGNOSIS),
        ("are people with psoriasis at risk of heart disease", Intent.PROGNOSIS),
        ("can I take codeine with paracetamol while breastfeeding", Intent.HARM),
        ("my aunt took her methotrexate every day instead of weekly", Intent.HARM),
        ("maintenance dose of lithium for bipolar disorder", Intent.DOSING),
        ("tamoxifen + paroxetine", Intent.INTERACTION),
        ("probiotics to stop you getting diarrhoea with antibiotics", Intent.PREVENTION),
    ],
)
def test_kinds_of_questions_as_they_are_typed(typed: str, kind: Intent) -> None:
    assert read(typed).intent is kind


def test_a_risk_of_something_is_its_outcome() -> None:
    question = read("are people with psoriasis at risk of gout")
    assert (question.outcome, question.intervention) == ("gout", "")


def test_both_of_a_row_are_asked_about() -> None:
    question = read("tamoxifen + paroxetine")
    assert question.intervention == "tamoxifen and paroxetine"


@pytest.mark.parametrize(
    ("typed", "age", "sex"),
    [
        ("back pain for 2 weeks, 47, no red flags. ibuprofen?", "47 years", ""),
        ("Dads 81 with parkinsons. donepezil?", "81 years", "male"),
        ("eczema on the hands, steroid cream? 36", "36 years", ""),
        ("im 52 and my mum broke a hip at 70. calcium?", "52 years", ""),
        ("croup, baby 9 mth. dexamethasone?", "9 months", ""),
        ("my fella, 60, has gout. colchicine?", "60 years", "male"),
        ("stopping omeprazole after 8 yrs, how?", "", ""),
        ("CRP came down from 90, ok. amoxicillin?", "", ""),
    ],
)
def test_ages_and_sexes_as_they_are_typed(typed: str, age: str, sex: str) -> None:
    patient = read(typed).patient
    assert (patient.age, patient.sex) == (age, sex)


def test_details_of_the_patient() -> None:
    assert read("hyperemesis, add ondansetron at 9 weeks?").patient.pregnancy == "9 weeks pregnant"
    assert read("paracetamol in liver cirrhosis, child pugh C, max dose?").patient.liver.lower() == "child pugh c"
    assert read("epilepsy since school (lamotrigine). now depressed, bupropion ok?").patient.drugs == ("lamotrigine",)
    assert read("penicillin 'allergy' as a kid. cellulitis, flucloxacillin ok?").patient.allergies == ("penicillins",)


def test_a_spelling_in_which_a_drug_was_typed_is_said() -> None:
    said = read("is levothyroxin taken with food").assumptions
    assert [(a.from_, a.to) for a in said if a.what == "spelling"] == [("levothyroxin", "levothyroxine")]


def test_room_air_is_no_arthritis() -> None:
    assert "rheumatoid arthritis" not in [c.label for c in read("sats 91% on RA, 66M, pneumonia. steroids?").concepts]


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("Does sulfamethoxazole with trimethoprim prevent pneumocystis?", ["sulfamethoxazole", "trimethoprim"]),
        ("67F ischaemic foot, CT or ultrasound first?", []),
        ("do I need the flu jab at 68", ["influenza vaccines"]),
    ],
)
def test_what_belongs_together_stays_together(typed: str, given: list[str]) -> None:
    held = labels(read(typed), Role.INTERVENTION)
    assert [label for label in given if label not in held] == []


def test_an_illness_for_which_a_drug_is_taken_is_had() -> None:
    question = read("Priadel for bipolar in a 28 yr old woman, works nights. ok if she drives?")
    assert question.outcome == ""
    assert "bipolar disorder" in question.population


def test_a_germ_is_what_the_people_have() -> None:
    question = read("Campylobacter in a traveller: azithromycin or ciprofloxacin")
    assert not any(c.label.startswith("Campylobacter") for c in question.having(Role.INTERVENTION))
