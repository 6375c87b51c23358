"""Only a treatment is given and only an illness is had, however the words stand."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent, Question, Role


def labels(question: Question, *roles: Role) -> list[str]:
    return [c.label for role in roles for c in question.having(role)]


TREATED = [
    # bare words stand where syntax looks for a treatment, and a drug is named beside
    ("Nurse here: tranexamic acid within 3 h of injury, does it cut deaths", ["tranexamic acid"]),
    ("Doctor gave me amoxicillin, does that stuff work", ["amoxicillin"]),
    ("Penicillin V to stop erysipelas coming back", ["penicillin v"]),
    # two drugs, one of which may weaken the other
    ("does azithromycin reduce the efficacy of warfarin", ["azithromycin", "warfarin"]),
]


@pytest.mark.parametrize(("typed", "given"), TREATED)
def test_what_is_named_is_asked_about(typed: str, given: list[str]) -> None:
    assert labels(read(typed), Role.INTERVENTION) == given


HAD = [
    ("prednisolone for croup in a child 18 months old", {"croup"}),
    ("magnesium for muscle cramps in legs", {"muscle cramp"}),
    ("ibuprofen for my back pain that started on Monday", {"back pain"}),
    ("amitriptyline for irritable bowel syndrome since mebeverine did nothing", {"irritable bowel syndrome"}),
    ("gout flare with chronic kidney disease on warfarin - what can I give", {"gout", "chronic kidney disease"}),
]


@pytest.mark.parametrize(("typed", "ill"), HAD)
def test_an_illness_is_had(typed: str, ill: set[str]) -> None:
    question = read(typed)
    assert ill <= set(labels(question, Role.POPULATION))
    assert question.outcome == ""


def test_what_to_give_names_nothing_that_is_given() -> None:
    question = read("gout flare with chronic kidney disease on warfarin - what can I give")
    assert labels(question, Role.INTERVENTION) == []
    assert question.intervention == ""
    assert question.patient.drugs == ("warfarin",)


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("statins in over 75s who never had a stroke or myocardial infarction", "stroke"),
        ("statins in over 75s who never had a stroke or myocardial infarction", "myocardial infarction"),
        ("empagliflozin for heart failure, no diabetes", "diabetes mellitus"),
    ],
)
def test_what_is_denied_plays_no_part(typed: str, label: str) -> None:
    assert label not in labels(read(typed), *(role for role in Role if role is not Role.OTHER))


def test_a_medicine_that_is_not_taken_is_not_told_of_the_patient() -> None:
    assert read("empagliflozin in type 2 diabetes, not on insulin").patient.drugs == ()
    assert read("empagliflozin in type 2 diabetes, on insulin").patient.drugs == ("insulin",)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("does rifampicin lower the levels of apixaban", Intent.INTERACTION),
        ("amitriptyline low dose for irritable bowel syndrome", Intent.THERAPY),
        ("what dose of amitriptyline for irritable bowel syndrome", Intent.DOSING),
    ],
)
def test_kinds_of_questions(typed: str, meant: Intent) -> None:
    assert read(typed).intent is meant


def test_two_lengths_may_be_given_by_a_letter() -> None:
    question = read("amoxicillin 3d vs 8d for pneumonia")
    assert labels(question, Role.INTERVENTION)[0] == "amoxicillin"
    assert question.comparator == "8 d"


@pytest.mark.parametrize(
    ("typed", "ill"),
    [
        ("alopecia areata scalp in adult, does topical steroid work", "alopecia areata"),
        ("psoriasis elbows in adult, does topical steroid work", "psoriasis"),
    ],
)
def test_an_illness_is_had_by_whoever_is_told_by_an_age_alone(typed: str, ill: str) -> None:
    assert ill in labels(read(typed), Role.POPULATION)


BROUGHT = [
    ("ppi risk of fractures", "proton pump inhibitors", ["bone fractures"], []),
    ("statins in elderly risk of diabetes", "statin", ["diabetes mellitus"], []),
    ("HRT risk of stroke", "hormone replacement therapy", ["stroke"], []),
    ("warfarin risk of stroke in AF", "warfarin", ["stroke"], ["atrial fibrillation"]),
    ("finasteride and new onset depression", "finasteride", ["depression"], []),
]


@pytest.mark.parametrize(("typed", "given", "feared", "had"), BROUGHT)
def test_what_a_medicine_may_bring_is_feared_and_not_had(
    typed: str, given: str, feared: list[str], had: list[str]
) -> None:
    question = read(typed)
    assert question.intent is Intent.HARM
    assert labels(question, Role.INTERVENTION) == [given]
    assert labels(question, Role.OUTCOME) == feared
    assert labels(question, Role.POPULATION) == had


@pytest.mark.parametrize(
    "typed", ["aspirin to reduce the risk of stroke", "does warfarin lower the risk of stroke in AF?"]
)
def test_a_risk_that_is_to_be_made_less_is_no_harm(typed: str) -> None:
    assert read(typed).intent is not Intent.HARM


NEEDED = [
    ("dexamethasone dose in covid needing oxygen", ["dexamethasone"]),
    ("epoetin for anaemia requiring transfusion in cancer", ["epoetin"]),
    ("GI bleed needing transfusion, tranexamic acid?", ["tranexamic acid"]),
]


@pytest.mark.parametrize(("typed", "given"), NEEDED)
def test_what_people_need_says_how_ill_they_are(typed: str, given: list[str]) -> None:
    assert labels(read(typed), Role.INTERVENTION) == given


def test_what_is_needed_alone_is_asked_about() -> None:
    assert labels(read("who needs oxygen in COPD?"), Role.INTERVENTION) == ["oxygen"]


def test_what_was_measured_is_no_illness() -> None:
    question = read("apixaban vs warfarin for AF in a patient with creatinine clearance 20 ml/min")
    assert labels(question, Role.POPULATION) == ["atrial fibrillation"]
    assert labels(read("metformin in people with HbA1c above 9%"), Role.POPULATION) == ["glycated hemoglobin"]
