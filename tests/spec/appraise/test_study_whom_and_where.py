"""People studied, arms called by a letter, where a study was done, and primary outcomes told in passing."""

from __future__ import annotations

import pytest
from appraise_records import make

from probatum.appraise import study

POPULATION = {
    "people of the methods before a purpose of the title": (
        "Patches for smoking cessation.",
        "METHODS: A trial was conducted in 40 adults who had smoked many cigarettes.",
        "adults who had smoked many cigarettes",
    ),
    "a place is nobody": (
        "Evolution of scabies in Oderland county.",
        "METHODS: A study that included 39 patients with scabies.",
        "patients with scabies",
    ),
    "the title spells out the illness": (
        "Combing in multiple sclerosis.",
        "METHODS: We studied 20 patients with MS.",
        "multiple sclerosis",
    ),
    "a result is no population": (
        "Growth of the eye.",
        "Analyses showed that children with rapid growth tend to be younger (P < 0.05).",
        None,
    ),
}


@pytest.mark.parametrize("name", POPULATION)
def test_whom_a_study_was_about(name: str) -> None:
    title, abstract, expected = POPULATION[name]
    found = study.read(make(abstract, title=title)).population
    assert (found.value if found else None) == expected


ARMS = {
    "called by a number": (
        "METHODS: In this randomized trial group 1 (n = 20) received velorine for 6 weeks. Group 2 (n = 21) received "
        "placebo.",
        [("group 1", "velorine", 20, False), ("Group 2", "", 21, True)],
    ),
    "far behind the people": (
        "METHODS: We randomly assigned 60 patients with lice and eggs (class B in 42 patients and class C in 18 "
        "patients) to "
        "treatment with velorine (29 patients) or combing (31 patients).",
        [("velorine", "velorine", 29, False), ("combing", "combing", 31, False)],
    ),
    "that is": ("METHODS: The women were randomized to HRT, i.e. patches, or to a control group.", []),
}


@pytest.mark.parametrize("name", ARMS)
def test_arms_are_read_with_their_sizes(name: str) -> None:
    text, expected = ARMS[name]
    found = study.read(make(text, title="A randomized controlled trial of lice.")).arms
    assert [(a.name, a.drug, a.n, a.control) for a in found] == expected


SETTING = {
    "METHODS: The study was done at a tertiary care teaching hospital.": "tertiary care teaching hospital",
    "METHODS: The study took place in the emergency department.": "emergency department",
    "METHODS: Everybody had 1500 Units of velorine.": None,
    "METHODS: There was regional variation in hospital stay.": None,
}


@pytest.mark.parametrize("text", SETTING)
def test_where_a_study_was_done(text: str) -> None:
    found = study.read(make(text)).setting
    assert (found.value if found else None) == SETTING[text]


PRIMARY = {
    "RESULTS: The primary efficacy variables - itch and sleep loss - improved in all groups.": "itch and sleep loss",
    "METHODS: Our primary outcome was BPP and the independent variable of interest was weight.": "BPP",
}


@pytest.mark.parametrize("text", PRIMARY)
def test_the_primary_outcome_told_in_passing(text: str) -> None:
    found = study.read(make(text)).primary_outcome
    assert (found.value if found else None) == PRIMARY[text]


SIZE = {
    "arms in brackets behind the total": (
        "A total of 65 participants were randomly assigned to the combing group (CG) (n = 32) or a control group (n "
        "= 33).",
        65,
    ),
    "parts in one bracket": ("Then 75 patients were randomly assigned (38 to lotion, 37 to combing).", 75),
    "what they were like": (
        "We did a trial in which 40 children (age 0.6 years; range 0 to 10) were randomly assigned.",
        40,
    ),
    "a type of illness": ("In a randomised crossover study 20 type 1 diabetic patients were investigated.", 20),
    "one arm": ("Thirty patients were randomly assigned to the combing group and 30 to the control group.", None),
}


@pytest.mark.parametrize("name", SIZE)
def test_how_many_were_randomised(name: str) -> None:
    text, expected = SIZE[name]
    assert study.read(make("METHODS: " + text, title="A randomised controlled trial of combing.")).n == expected


@pytest.mark.parametrize(
    ("abstract", "n"),
    [
        ("METHODS: Cohort of adults with cramps. RESULTS: In 448 people with diabetes, cramps were commoner.", None),
        (
            "METHODS: A cohort. RESULTS: Among 900 people with gout, 12% fell. Of 31 people with a scan, 1 fell.",
            None,
        ),
        ("METHODS: A trial of stretching. RESULTS: In 448 people followed for a year, 12% had cramps.", 448),
        ("METHODS: A cohort study. RESULTS: Among 448 participants, 12% had cramps.", 448),
    ],
)
def test_people_of_a_kind_named_among_the_results_are_not_the_size_of_the_study(abstract: str, n: int | None) -> None:
    assert study.read(make(abstract)).n == n
