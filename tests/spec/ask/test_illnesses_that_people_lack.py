"""An illness that the people do not have is none of theirs, however that is worded."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Role


@pytest.mark.parametrize(
    "typed",
    [
        "does semaglutide reduce heart attacks in non diabetics",
        "semaglutide for obesity in non-diabetic adults",
        "semaglutide for obesity in people without diabetes",
        "semaglutide for obesity in adults with no history of diabetes",
    ],
)
def test_it_is_no_population(typed: str) -> None:
    question = read(typed)
    assert not any("diabetes" in c.label for c in question.having(Role.POPULATION))
    assert not any("diabetes" in name for name in question.patient.conditions)


@pytest.mark.parametrize(
    "typed", ["osimertinib in non-small cell lung cancer", "mexiletine for non-dystrophic myotonia"]
)
def test_a_name_that_begins_so_is_one(typed: str) -> None:
    assert read(typed).having(Role.POPULATION)


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("terlipressin or octreotide, cirrhosis child C, IHD", ""),
        ("endometriosis, trying for baby, is naproxen ok", ""),
        ("dose of amoxicillin for a child c. 4 years", "child"),
        ("fever in a baby, paracetamol dose", "infant"),
    ],
)
def test_a_grade_of_the_liver_and_a_wish_are_no_age(typed: str, age: str) -> None:
    assert read(typed).patient.age == age
