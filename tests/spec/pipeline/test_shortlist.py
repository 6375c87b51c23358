"""The options of an open question stand once each, are held to the patient by the labels of option and of what is
taken, and what is ruled out is named with its reason and not offered."""

from __future__ import annotations

import pytest
from medicines import guideline, label
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer

RECORDS = (
    guideline(
        "cluster",
        "Management of trigeminal neuralgia",
        "Offer carbamazepine, lamotrigine or gabapentin for trigeminal neuralgia.",
    ),
    label(
        "carbamazepine",
        uses="Carbamazepine is indicated for trigeminal neuralgia.",
        dose="In trigeminal neuralgia, the starting dose of carbamazepine is 100 mg by mouth twice daily.",
        never="Carbamazepine is contraindicated in people with bone marrow depression.",
        pregnancy="Carbamazepine should be avoided in pregnancy.",
    ),
    label(
        "lamotrigine",
        uses="Lamotrigine is indicated for trigeminal neuralgia.",
        dose="In trigeminal neuralgia, the starting dose of lamotrigine is 25 mg by mouth once daily.",
        pregnancy="Lamotrigine may be used in pregnancy when it is needed.",
    ),
    label(
        "gabapentin",
        uses="Gabapentin is indicated for trigeminal neuralgia.",
        dose="In trigeminal neuralgia, the starting dose of gabapentin is 300 mg by mouth once daily.",
        never="Gabapentin is contraindicated with a creatinine clearance below 30 ml/min.",
    ),
    label(
        "voriconazole",
        uses="Voriconazole is indicated for invasive aspergillosis.",
        never="Voriconazole is contraindicated with carbamazepine, because its level falls.",
    ),
    report(
        1,
        "Carbamazepine for trigeminal neuralgia: a randomised trial",
        results="Pain relief occurred in 140 of 200 people (70%) with carbamazepine and in 60 of 200 people (30%) with "
        "placebo (p < 0.001).",
        conclusions="Carbamazepine relieved trigeminal neuralgia.",
    ),
)
SIMPLE = "what is the best treatment for trigeminal neuralgia"


@pytest.fixture(scope="module")
def shelf(library_of: LibraryOf) -> Library:
    return library_of(RECORDS)


def asked(typed: str, library: Library) -> Answer:
    return pipeline.answer(typed, library=library, as_of="2026-11-26")


def said(answer: Answer, section: str) -> str:
    return " ".join(s.text for s in answer.section(section).statements)


@pytest.mark.parametrize(
    ("typed", "chosen", "out"),
    [
        (SIMPLE, "carbamazepine", ""),
        (f"{SIMPLE} in somebody on voriconazole", "lamotrigine", "carbamazepine"),
        (f"{SIMPLE} in a pregnant woman", "lamotrigine", "carbamazepine"),
        (f"{SIMPLE} with eGFR 20", "carbamazepine", "gabapentin"),
    ],
)
def test_the_first_that_suits_the_patient_leads(typed: str, chosen: str, out: str, shelf: Library) -> None:
    answer = asked(typed, shelf)
    assert answer.question.intervention == chosen
    assert chosen in said(answer, "dosing") and answer.section("algorithm").statements
    told = said(answer, "alternatives").lower()
    ruled = ("is contraindicated", "is advised against", "is taken, which is contraindicated")
    assert not out or (f"{out}, " in told and any(words in told for words in ruled))


def test_what_is_ruled_out_is_said_with_the_reason_at_the_top(shelf: Library) -> None:
    told = said(asked(f"{SIMPLE} in somebody on voriconazole", shelf), "bottom_line")
    assert "Not to be used: carbamazepine" in told and "voriconazole is taken" in told


def test_a_drug_of_which_several_sources_tell_is_one_option(shelf: Library) -> None:
    made = pipeline.evidence(SIMPLE, library=shelf, as_of="2026-11-26")
    assert [option.name for option in made.shortlist] == ["carbamazepine", "lamotrigine", "gabapentin"]


def test_a_path_leaves_out_what_is_ruled_out_and_names_another_to_turn_to(shelf: Library) -> None:
    path = said(asked(f"{SIMPLE} in somebody on voriconazole", shelf), "algorithm")
    assert path.startswith("Leave out carbamazepine for this patient")


@pytest.mark.parametrize(
    ("typed", "held"),
    [("what can I give for an acute gout flare", "naproxen"), ("treatment of gout", "allopurinol")],
)
def test_what_is_given_between_attacks_ends_none(library_of: LibraryOf, typed: str, held: str) -> None:
    library = library_of(
        (
            guideline("flare", "Management of gout", "Offer naproxen for an acute gout flare."),
            guideline("long", "Gout in the long term", "Offer allopurinol to prevent gout flares."),
            label("naproxen", uses="Naproxen is indicated for acute gout flares."),
            label("allopurinol", uses="Allopurinol is indicated to prevent gout flares."),
        )
    )
    made = pipeline.evidence(typed, library=library, as_of="2026-11-26")
    names = [option.name for option in made.shortlist]
    assert held in names
    assert ("allopurinol" in names) is ("flare" not in typed)
