"""Rows of names with hardly a word between: what joins them says what is asked, and levels and amounts are read."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.ask.between.amounts import compared
from probatum.model import Intent, Role


def labels(typed: str, role: Role) -> set[str]:
    return {c.label for c in read(typed).concepts if c.role is role}


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("ibuprofen and lithium", Intent.INTERACTION),
        ("tramadol + sertraline ok?", Intent.INTERACTION),
        ("levothyroxine with iron tablets", Intent.INTERACTION),
        ("can i drink on metronidazole", Intent.INTERACTION),
        ("clozapine and constipation", Intent.HARM),
        ("hormone replacement therapy and breast cancer", Intent.HARM),
        ("mesalazine in pregnancy", Intent.HARM),
        ("antihistamines while pregnant", Intent.HARM),
        ("gliclazide hypos in elderly", Intent.HARM),
        ("is semaglutide ok with gastroparesis", Intent.HARM),
        ("ondansetron QT", Intent.HARM),
        ("ivabradine dose heart failure", Intent.DOSING),
        ("how does empagliflozin work in heart failure", Intent.MECHANISM),
        ("D-dimer to exclude pulmonary embolism", Intent.DIAGNOSIS),
        # more is said than names
        ("aspirin and clopidogrel after stroke", Intent.THERAPY),
        ("ketamine depression", Intent.THERAPY),
        ("tranexamic acid postpartum haemorrhage", Intent.THERAPY),
        ("rivaroxaban for cancer associated thrombosis", Intent.THERAPY),
        ("metformin for diabetes and obesity", Intent.THERAPY),
    ],
)
def test_what_a_row_asks(typed: str, intent: Intent) -> None:
    assert read(typed).intent is intent


@pytest.mark.parametrize(
    ("typed", "treatment", "other", "whom"),
    [
        ("noradrenaline vs vasopressin septic shock", "noradrenaline", "vasopressin", "septic shock"),
        ("mirabegron vs oxybutynin overactive bladder 78yo", "mirabegron", "oxybutynin", "overactive bladder"),
        ("gallstones surgery or wait", "surgery", "wait", "gallstones"),
        ("UTI 3 vs 7 days", "3 days", "7 days", "urinary tract infection"),
        ("prednisolone 5 or 10 days COPD exacerbation", "prednisolone 5 days", "10 days", "chronic obstructive"),
        ("levetiracetam v phenytoin for epilepsy", "levetiracetam", "phenytoin", "epilepsy"),
        ("grommets for otitis media with effusion", "ventilation", "", "otitis media with effusion"),
    ],
)
def test_an_illness_beside_what_is_compared_is_whom_it_is_about(
    typed: str, treatment: str, other: str, whom: str
) -> None:
    asked = read(typed)
    assert treatment in asked.intervention.lower()
    assert other in asked.comparator.lower()
    assert len(asked.comparator) <= len(other)
    assert whom in asked.population.lower()


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("roaccutane and depression", "depression"),
        ("antipsychotics in dementia stroke risk", "stroke"),
        ("cranberry to prevent cystitis", "cystitis"),
    ],
)
def test_what_may_come_is_an_outcome(typed: str, outcome: str) -> None:
    assert outcome in labels(typed, Role.OUTCOME)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("K 6.2 what now", "hyperkalemia"),
        ("potassium of 5.9 on ramipril", "hyperkalemia"),
        ("Na 118 and confused", "hyponatremia"),
        ("K 4.1 on ramipril", ""),
        ("vitamin K 10 mg dose", ""),
        ("potassium 20 mmol in the drip", ""),
    ],
)
def test_a_level_stands_for_its_disorder_and_is_said(typed: str, name: str) -> None:
    asked = read(typed)
    assert [a.to for a in asked.assumptions if a.what == "level"] == ([name] if name else [])


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("should she still be anticoagulated", "anticoagulants"),
        ("should this stroke patient be thrombolysed at 4 hours", "thrombolysis"),
        ("when to intubate in asthma", "intubation"),
        ("does he need to be statinised after TIA", "statin"),
        ("cardiovert AF under 48h", "cardioversion"),
    ],
)
def test_verbs_of_treatment_name_the_treatment(typed: str, named: str) -> None:
    assert named in labels(typed, Role.INTERVENTION)


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("shingles vaccine on methotrexate", ("methotrexate",)),
        ("dad 74 on warfarin with gout", ("warfarin",)),
        ("what is the effect of metformin on digoxin", ()),
        ("evidence on aspirin", ()),
    ],
)
def test_what_somebody_is_on_is_taken(typed: str, taken: tuple[str, ...]) -> None:
    assert read(typed).patient.drugs == taken


@pytest.mark.parametrize(
    ("typed", "age"),
    [("statins in over 75s", "over 75"), ("alteplase in stroke 80+", "over 80"), ("under 2s with croup", "under 2")],
)
def test_age_groups(typed: str, age: str) -> None:
    assert read(typed).patient.age == age


def test_amounts_are_apart_from_the_words_beside_them() -> None:
    pair = compared("aspirin 75 v 300 mg after TIA")
    assert pair is not None
    assert (pair.one, pair.two) == ("75 mg", "300 mg")
    assert pair.left.split() == ["aspirin", "after", "TIA"]
    assert compared("aspirin 75 mg after TIA") is None


@pytest.mark.parametrize(
    "typed",
    ["is zilebesiran effective", "is orforglipron effective", "is brensocatib effective", "is suzetrigine effective"],
)
def test_a_new_drug_is_never_read_as_another(typed: str) -> None:
    asked = read(typed)
    assert not asked.choices
    assert not [a for a in asked.assumptions if a.what == "spelling"]


@pytest.mark.parametrize(
    ("typed", "allergies"),
    [
        ("cellulitis in a woman allergic to penicillin", ("penicillins",)),
        ("best antibiotic for cellulitis pen allergic", ("penicillins",)),
        ("penicillin allergy and otitis media", ("penicillins",)),
    ],
)
def test_what_somebody_does_not_bear(typed: str, allergies: tuple[str, ...]) -> None:
    assert read(typed).patient.allergies == allergies


def test_a_grade_of_the_liver_is_no_age() -> None:
    assert read("rivaroxaban in child-pugh C cirrhosis").patient.age == ""


def test_baby_aspirin_is_no_baby() -> None:
    assert read("should I take baby aspirin while pregnant").patient.age == ""
    assert read("aspirin for a baby with Kawasaki disease").patient.age == "infant"
