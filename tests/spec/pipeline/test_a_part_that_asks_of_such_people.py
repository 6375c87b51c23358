"""`Does it matter if he is overweight?` behind a question on a treatment is put to the same treatment and illness."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import ask, pipeline
from probatum.pipeline import depending

FIRST = ask.read("acarbose versus metformin for type 2 diabetes")


@pytest.mark.parametrize(
    ("part", "again"),
    [
        (
            "and does it matter if the patient is overweight?",
            "acarbose versus metformin for type 2 diabetes mellitus in patients who are overweight",
        ),
        (
            "Is it the same in people with heart failure?",
            "acarbose versus metformin for type 2 diabetes mellitus in people with heart failure",
        ),
        (
            "does that change if she has kidney disease",
            "acarbose versus metformin for type 2 diabetes mellitus in patients with kidney disease",
        ),
        ("and what dose?", ""),
        ("is it safe in pregnancy?", ""),
        ("does it matter when it is taken?", ""),
    ],
)
def test_what_is_put_again(part: str, again: str) -> None:
    assert depending.asked(part, FIRST) == again


TRIAL = report(
    1,
    "Acarbose or metformin in type 2 diabetes: a randomised trial",
    methods="In this randomised trial, 780 adults with type 2 diabetes, 300 of whom were overweight, were given "
    "acarbose or metformin.",
    results="HbA1c was lower with acarbose than with metformin (7.0% v 7.4%; p = 0.01). In overweight people with type "
    "2 diabetes, HbA1c did not differ between acarbose and metformin (p = 0.62).",
    conclusions="Acarbose lowered HbA1c more than metformin in type 2 diabetes.",
)


def test_the_further_part_is_answered(library_of: LibraryOf) -> None:
    answer = pipeline.answer(
        "Is acarbose better than metformin for type 2 diabetes, and does it matter if the patient is overweight?",
        library=library_of((TRIAL,)),
    )
    told = " ".join(s.text for s in answer.section("part_2").statements)
    assert told and "no source that was found here says anything" not in told
