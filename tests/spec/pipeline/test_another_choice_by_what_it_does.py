"""Another choice is told where a study tried it or judges what it does, and not where it was a circumstance: a stay in
hospital that was counted, a level that went with an illness, an arm called by a letter. A numbered form of what is
asked about is no other choice."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import pipeline
from probatum.apply.choices import same_drug
from probatum.apply.evidence.given import cleaned
from probatum.model import Record

ASKED = report(
    1,
    "Ixekizumab for plaque psoriasis: a randomised trial",
    methods="In this double-blind randomised trial, 420 adults with plaque psoriasis were given ixekizumab or placebo.",
    results="Clear skin at week 12 was seen in 38% with ixekizumab and in 2% with placebo (p < 0.001).",
    conclusions="Ixekizumab cleared the skin of people with plaque psoriasis.",
)
WATCHED = "Cohort Study"


def _beside(library_of: LibraryOf, other: Record) -> str:
    answer = pipeline.answer("Ixekizumab for plaque psoriasis", library=library_of((ASKED, other)))
    return " ".join(s.text for s in answer.section("alternatives").statements)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (
            "Insulin and plaque psoriasis: a cohort study",
            "In plaque psoriasis insulin dependence was associated with a higher rate of remission failure.",
        ),
        (
            "Telemedicine in plaque psoriasis: a cohort study",
            "In plaque psoriasis the use of telemedicine has changed in a short time.",
        ),
    ],
)
def test_a_circumstance_is_no_other_choice(title: str, said: str, library_of: LibraryOf) -> None:
    other = report(2, title, kind=WATCHED, methods="We followed 300 adults.", results=said, conclusions=said)
    assert said[-20:] not in _beside(library_of, other)


def test_what_a_study_judges_to_help_stays_one(library_of: LibraryOf) -> None:
    other = report(
        3,
        "Apremilast for plaque psoriasis in daily practice: a cohort study",
        kind=WATCHED,
        methods="We followed 93 adults with plaque psoriasis who took apremilast.",
        results="Remission was seen in 60 of 93 with apremilast.",
        conclusions="Apremilast is an effective treatment of plaque psoriasis in daily practice.",
    )
    assert "Apremilast is an effective" in _beside(library_of, other)


def test_a_numbered_form_is_the_same_medicine() -> None:
    assert same_drug.alike("cholecalciferol", "vitamin D") and same_drug.alike("vitamin D", "ergocalciferol")
    assert not same_drug.alike("calcium", "vitamin D")


@pytest.mark.parametrize(
    ("arm", "name"),
    [
        ("F", ""),
        ("Ten", ""),
        ("no further treatment", ""),
        ("continue with droxidopa", "droxidopa"),
        ("patients with morphine", "morphine"),
        ("omega 3 capsules", "omega 3 capsules"),
    ],
)
def test_what_an_arm_is_called(arm: str, name: str) -> None:
    assert cleaned(arm) == name
