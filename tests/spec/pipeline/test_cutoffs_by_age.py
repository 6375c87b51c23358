"""A cutoff that a source sets by age is worked out for the age told, and the result told set beside it."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import pipeline
from probatum.model import Verdict

STUDY = report(
    1,
    "Age-adjusted D-dimer to rule out deep vein thrombosis: a cohort study",
    kind="Observational Study",
    methods="Deep vein thrombosis was ruled out when D-dimer was below 500 micrograms per litre or, from 60 years "
    "of age, below 12 times the age, and all were followed for 3 months.",
    results="Of 400 people ruled out by the age-adjusted D-dimer alone, 2 (0.5%) had deep vein thrombosis within 3 "
    "months.",
    conclusions="An age-adjusted D-dimer ruled out deep vein thrombosis in more people.",
)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("78F ?DVT, low wells, D-dimer 900, does she need a doppler?", "936 micrograms per litre at 78 years"),
        ("can DVT be ruled out in a 70 year old man with a d-dimer of 900", "a D-dimer of 900 is not below it"),
    ],
)
def test_the_cutoff_is_worked_out_for_the_age(library_of: LibraryOf, typed: str, said: str) -> None:
    told = pipeline.answer(typed, library=library_of([STUDY])).section("bottom_line").statements
    assert all(s.verdict is Verdict.SUPPORTED for s in told)
    assert said in " ".join(s.text for s in told)


@pytest.mark.parametrize(
    "typed",
    ["45F ?DVT, D-dimer 520, does she need a doppler?", "how accurate is D-dimer in deep vein thrombosis at 78"],
)
def test_none_is_worked_out_where_the_rule_or_the_result_is_missing(library_of: LibraryOf, typed: str) -> None:
    told = pipeline.answer(typed, library=library_of([STUDY])).section("bottom_line").statements
    assert "times the age" not in " ".join(s.text for s in told)
