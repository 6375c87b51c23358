"""Where no source sets two treatments against each other that is said, and what each did stands side by side."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Record


def _against_placebo(number: int, drug: str, share: str) -> Record:
    return report(
        number,
        f"{drug.capitalize()} in migraine",
        methods=f"In this double-blind randomised trial, 400 people with migraine got {drug} or placebo for 12 weeks.",
        results=f"A response was seen in {share} with {drug} and in 20% with placebo (p = 0.001).",
        conclusions=f"{drug.capitalize()} prevented migraine better than placebo.",
    )


APART = (_against_placebo(1, "topiramate", "45%"), _against_placebo(2, "propranolol", "41%"))
DIRECT = report(
    3,
    "Topiramate versus propranolol in migraine",
    methods="In this double-blind randomised trial, 500 people with migraine got topiramate or propranolol.",
    results="A response was seen in 40% with topiramate and in 43% with propranolol (p = 0.5).",
    conclusions="Topiramate and propranolol did not differ.",
)


def _bottom(library: Library) -> str:
    answer = pipeline.answer("topiramate vs propranolol for migraine", library=library)
    return " ".join(s.text for s in answer.section("bottom_line").statements)


def test_each_is_told_beside_the_other(library_of: LibraryOf) -> None:
    said = _bottom(library_of(APART))
    assert said.startswith("No included study compares topiramate with propranolol.")
    assert "45%" in said and "41%" in said


def test_nothing_of_the_kind_is_said_where_one_compares_them(library_of: LibraryOf) -> None:
    assert "No included study compares" not in _bottom(library_of([*APART, DIRECT]))


@pytest.mark.parametrize("typed", ["topiramate for migraine", "topiramate vs placebo for migraine"])
def test_one_treatment_is_set_beside_nothing(typed: str, library_of: LibraryOf) -> None:
    answer = pipeline.answer(typed, library=library_of(APART))
    assert not any("No included study compares topiramate" in s.text for s in answer.section("bottom_line").statements)


BLOOD = report(
    4,
    "Corticosteroid or blood injection in tennis elbow: a randomised trial",
    methods="In this randomised trial, 60 adults with tennis elbow were given a corticosteroid injection or an "
    "injection of their own blood.",
    results="Pain at four weeks was lower in the corticosteroid group than in the own blood group (p = 0.002).",
    conclusions="At four weeks corticosteroid injection eased tennis elbow more than own blood did.",
)
NEEDLES = report(
    5,
    "Acupuncture in low back pain: a randomised trial",
    methods="In this randomised trial, 150 adults with low back pain had acupuncture by their needs or by a standard.",
    results="The two ways of acupuncture did not differ.",
    conclusions="In low back pain acupuncture by needs was not superior to acupuncture by a standard.",
)
MOVES = report(
    6,
    "Acupuncture and exercise in low back pain: a randomised trial",
    methods="In this randomised trial, 150 adults with low back pain had acupuncture or exercise.",
    results="Acupuncture and exercise did not differ.",
    conclusions="In low back pain acupuncture was not superior to exercise.",
)


NECK = report(
    7,
    "Acupuncture or exercise in neck pain: a randomised trial",
    methods="In this randomised trial, 150 adults with neck pain had acupuncture or exercise.",
    results="Acupuncture and exercise did not differ.",
    conclusions="In neck pain acupuncture was as good as exercise; low back pain is to be studied.",
)


def _led(typed: str, library: Library) -> tuple[str, str]:
    answer = pipeline.answer(typed, library=library, as_of="2026-01-01")
    return answer.title, " ".join(s.text for s in answer.section("bottom_line").statements)


def test_a_choice_that_no_study_names_is_said(library_of: LibraryOf) -> None:
    title, said = _led("steroid injection or physio for tennis elbow", library_of([BLOOD]))
    assert "physiotherapy" in title and " and " not in title
    assert "names physiotherapy" in said or "nothing of physiotherapy" in said


def test_a_choice_that_what_is_quoted_leaves_out_is_said(library_of: LibraryOf) -> None:
    _, said = _led("exercise or acupuncture for low back pain", library_of([NEEDLES, NECK]))
    assert "tells nothing of exercise, so which is better is not shown" in said


@pytest.mark.parametrize(
    "typed", ["exercise or acupuncture for low back pain", "acupuncture for low back pain", "does acupuncture help"]
)
def test_nothing_is_missed_where_both_are_told_or_one_is_asked(typed: str, library_of: LibraryOf) -> None:
    _, said = _led(typed, library_of([MOVES]))
    assert "which is better is not shown" not in said and "which of them is better" not in said
