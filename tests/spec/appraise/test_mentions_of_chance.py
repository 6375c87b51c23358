"""Chance that allotted nobody: records divided for a model, trials of others or to come, and animals counted."""

from __future__ import annotations

import pytest
from appraise_records import make

from probatum.appraise import design
from probatum.model import Design

ALLOTTED = (Design.RANDOMISED, Design.CLUSTER, Design.CROSSOVER)
NOT_ALLOTTED = {
    "parted for a model": "Charts of 548 patients were read. The patients were randomly divided into training and "
    "validation cohorts, and a model was fitted.",
    "a test of permutations": "Nine patients were scanned. Randomization tests were performed for each network.",
    "trials of others": "Practice changed. Results of many randomised controlled trials have shaped it.",
    "a trial to come": "Eleven patients were treated. A randomised, controlled phase III study is underway.",
    "a need for trials": "Lasers remove tattoos. There is an urgent need for randomised controlled trials of them.",
    "looked back on": "This was a retrospective review of data from a randomised trial of lotion in 90 children.",
    "not by chance": "We matched people because of the non-random assignment of persons to marriage.",
}


@pytest.mark.parametrize("name", NOT_ALLOTTED)
def test_nobody_was_allotted_where_chance_is_only_mentioned(name: str) -> None:
    assert design.find(make(NOT_ALLOTTED[name], title="Lice in schools")).design not in ALLOTTED


TRIALS = (
    "Children were randomly divided into a training group and a control group, and tested after 4 weeks.",
    "In this randomised controlled trial, 90 children got lotion or combing.",
    "Patients were randomised to lotion or combing. Larger trials are needed.",
)


@pytest.mark.parametrize("text", TRIALS)
def test_people_who_were_allotted_make_a_trial(text: str) -> None:
    assert design.find(make(text, title="Lice in schools")).design in ALLOTTED


@pytest.mark.parametrize(
    "text",
    [
        "Seizures trouble many patients. Seizures were triggered in five pigs, and impedance rose.",
        "Patients with sepsis often bleed. Fifty-one purpose-bred beagles were randomized to saline or bacteria.",
        "Patients with epilepsy need surgery. Images were reconstructed in a swine model of epilepsy.",
    ],
)
def test_animals_that_were_counted_are_whom_a_study_is_of(text: str) -> None:
    assert design.find(make(text, title="A new method")).design is Design.ANIMAL


def test_the_name_of_a_reporting_guideline_is_no_meta_analysis() -> None:
    text = "We followed the Preferred Reporting Items for Systematic Reviews and Meta-Analyses and searched PubMed."
    assert design.find(make(text, title="Lice: a systematic review")).design is Design.SYSTEMATIC_REVIEW
