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
