"""Follow-ups that tell what befell the same patient: nothing told so takes the place of what was asked about."""

import pytest

from probatum import ask, vocabulary
from probatum.ask.following import follow
from probatum.model import FollowUp, FollowUpKind, Question, Reader


def read(text: str) -> Question:
    return ask.read(text, vocabulary=vocabulary.load())


def then(first: str, typed: str) -> FollowUp:
    return follow(typed, read(first), read, year=2026)


@pytest.mark.parametrize(
    ("first", "typed", "kind", "asked"),
    [
        ("clopidogrel for stroke", "my patient has had a stent", FollowUpKind.PATIENT, "clopidogrel"),
        (
            "clopidogrel for stroke",
            "for how long after a stent",
            FollowUpKind.ASPECT,
            "clopidogrel be given after a stent",
        ),
        ("lithium for bipolar", "he had a hernia repair last week", FollowUpKind.PATIENT, "lithium"),
        ("ibuprofen for period pain", "I had a gastric bypass", FollowUpKind.PATIENT, "after gastric bypass"),
    ],
)
def test_a_procedure_that_was_done_replaces_no_medicine(first: str, typed: str, kind: FollowUpKind, asked: str) -> None:
    told = then(first, typed)
    assert told.kind is kind and asked in told.asked


def test_a_procedure_named_as_a_choice_replaces_it() -> None:
    told = then("apixaban for atrial fibrillation", "what about catheter ablation instead")
    assert told.kind is FollowUpKind.TREATMENT and "ablation" in told.asked


def test_what_came_on_a_medicine_is_an_aside_of_an_open_question() -> None:
    told = then("what is first line for type 2 diabetes with obesity", "she has nausea on semaglutide")
    assert told.aside and told.asked.startswith("Does semaglutide cause nausea")
    first = "first line antihypertensive in a 48 year old Black man"
    swollen = then(first, "he gets ankle swelling on amlodipine")
    assert swollen.aside and "amlodipine cause edema" in swollen.asked and "African" in swollen.asked


def test_a_medicine_for_the_same_with_an_illness_beside_it() -> None:
    told = then("migraine prevention in a woman planning pregnancy", "is propranolol ok with asthma")
    assert told.kind is FollowUpKind.TREATMENT
    assert "propranolol" in told.asked and "migraine" in told.asked and "with asthma" in told.asked
    assert "planning a pregnancy" in told.asked, "and is not pregnant yet"


def test_another_person_is_another_matter() -> None:
    told = then("what is first line for type 2 diabetes", "my dad has gout on hydrochlorothiazide, what helps gout")
    assert told.kind is FollowUpKind.NEW


@pytest.mark.parametrize(
    ("first", "typed", "asked"),
    [
        ("Do statins cause muscle pain?", "should I stop mine then?", "Should statin be stopped?"),
        ("Do statins cause muscle pain?", "are there any natural alternatives?", "instead of statin"),
        ("does aspirin prevent heart attacks", "and colon cancer?", "aspirin to prevent colon cancer"),
        ("does aspirin prevent heart attacks", "what is the NNT", "to prevent myocardial infarction"),
        ("does vitamin D prevent falls", "and fractures?", "to prevent bone fractures"),
        ("my mum has dementia, does donepezil help", "how long until we see something", "How soon does donepezil work"),
        ("how do I give alendronate", "what if she misses a week", "missed dose of alendronate"),
        ("lithium for bipolar", "what if he forgets for two days", "missed dose of lithium"),
        ("how do I give alendronate", "for how many years", "How long should alendronate be given"),
        ("sertraline for depression", "is mirtazapine better for sleep", "for sleep in people with depression"),
        ("prednisolone in COPD exacerbation", "what about antibiotics", "exacerbation"),
        ("rivaroxaban for DVT", "how long after a provoked clot", "given after a provoked"),
        ("omeprazole for reflux", "long term risks", "adverse effects of long-term omeprazole"),
        ("colchicine for acute gout", "then what can he have?", "What helps"),
        ("amoxicillin in otitis media in a 3 year old", "allergic", "allergic to amoxicillin"),
        ("amlodipine for hypertension", "what next if still 160/95?", "not controlled on amlodipine"),
        ("nitrofurantoin for cystitis in pregnancy", "do we need a test of cure?", "test of cure"),
    ],
)
def test_what_users_ask_next(first: str, typed: str, asked: str) -> None:
    assert asked in then(first, typed).asked


def test_what_is_eaten_is_taken_too() -> None:
    told = then("simvastatin for high cholesterol", "I also eat grapefruit")
    assert told.kind is FollowUpKind.PATIENT and told.assume == ("takes grapefruit",)


def test_bringing_a_child_back_is_no_vomiting() -> None:
    told = then("amoxicillin in otitis media in a 3 year old", "when should I bring him back")
    assert "see a doctor" in told.asked


def test_a_relative_is_a_carer_who_reads() -> None:
    told = then("is montelukast safe in children", "explain to her mother")
    assert told.kind is FollowUpKind.READER and told.reader is Reader.CARER


@pytest.mark.parametrize(
    ("first", "typed", "asked"),
    [
        ("warfarin for atrial fibrillation", "can I eat spinach", "warfarin be taken together with spinach"),
        (
            "Can amiodarone be taken together with atorvastatin?",
            "what monitoring does amiodarone need",
            "with amiodarone?",
        ),
        ("amiodarone for atrial fibrillation", "thyroid off: TSH 0.02", "amiodarone safe"),
        ("hydrocortisone for eczema", "stronger one?", "What helps"),
        (
            "alendronate in people with osteoporosis and gastroesophageal reflux",
            "what else",
            "What helps osteoporosis in",
        ),
    ],
)
def test_what_is_eaten_measured_or_sought_beside_it(first: str, typed: str, asked: str) -> None:
    assert asked in then(first, typed).asked


def test_what_helps_in_people_with_something_else() -> None:
    asked = read("What helps osteoporosis in people with gastroesophageal reflux?")
    assert "osteoporosis" in asked.population and "gastroesophageal reflux" in asked.patient.conditions
    plain = read("What helps people with gastroesophageal reflux?")
    assert "gastroesophageal reflux" in plain.population


@pytest.mark.parametrize(
    ("first", "typed", "asked"),
    [
        ("methotrexate in rheumatoid arthritis", "alcohol?", "taken together with alcohol"),
        ("salbutamol in a 2 year old with wheeze", "no spacer at home", "salbutamol"),
        ("my husband takes levodopa", "can he have haloperidol", "levodopa be taken together with haloperidol"),
        ("my husband takes levodopa", "he sees things that aren't there", "things that aren't there"),
        ("vancomycin infusion", "flushing during it", "vancomycin cause flushing"),
        ("codeine for pain", "is there something weaker", "What helps"),
    ],
)
def test_what_stands_beside_a_medicine_takes_not_its_place(first: str, typed: str, asked: str) -> None:
    assert asked in then(first, typed).asked


def test_taken_twice_is_of_the_medicine_of_the_talk() -> None:
    told = then("methotrexate in rheumatoid arthritis", "she forgot and took it twice this week")
    assert told.kind is FollowUpKind.NEW and "methotrexate" in told.asked
    other = then("methotrexate in rheumatoid arthritis", "is it taken twice a week")
    assert other.kind is not FollowUpKind.NEW
