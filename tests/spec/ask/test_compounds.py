"""Compounds: what causes an illness belongs to its name where a link word says so."""

import pytest

from probatum import ask, vocabulary
from probatum.model import Role


@pytest.mark.parametrize(
    ("question", "role", "label"),
    [
        ("do probiotics prevent antibiotic-associated diarrhea?", Role.OUTCOME, "antibiotic-associated diarrhea"),
        ("naloxegol for opioid induced constipation", Role.POPULATION, "opioid-induced constipation"),
        ("rituximab in steroid resistant nephrotic syndrome", Role.POPULATION, "steroid resistant nephrotic syndrome"),
    ],
)
def test_a_compound_is_one_concept_in_the_role_of_its_head(question, role, label):
    read = ask.read(question, vocabulary=vocabulary.load())
    assert [c.label for c in read.having(role)] == [label]
    assert not any(c.label in ("antibiotic", "opioid", "steroids") for c in read.concepts)


@pytest.mark.parametrize("question", ["does codeine cause constipation?", "metoclopramide for nausea"])
def test_a_drug_and_an_illness_without_a_link_stay_two(question):
    read = ask.read(question, vocabulary=vocabulary.load())
    assert {"drug", "symptom"} <= {c.semantic for c in read.concepts}


def test_a_substance_in_the_name_of_a_protein_is_not_asked_about():
    read = ask.read("Does the ATP-binding cassette transporter excrete uric acid?", vocabulary=vocabulary.load())
    assert not any(c.label == "adenosine triphosphate" for c in read.concepts)
    read = ask.read("calcium for a calcium-sensing receptor mutation", vocabulary=vocabulary.load())
    assert [c.label for c in read.having(Role.INTERVENTION)] == ["calcium"]
