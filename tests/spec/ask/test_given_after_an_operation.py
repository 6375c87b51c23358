"""A medicine that may be taken after an operation is asked about, and the operation is told of whoever takes it."""

from __future__ import annotations

import pytest

from probatum.ask.reading import read
from probatum.model import Role


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("can a breastfeeding mother take codeine after caesarean", "codeine"),
        ("can a breastfeeding woman use diclofenac after a caesarean section?", "diclofenac"),
        ("can my mother take tramadol after hip replacement", "tramadol"),
    ],
)
def test_the_medicine_is_asked_about(question: str, given: str) -> None:
    asked = read(question)
    assert [c.label for c in asked.having(Role.INTERVENTION)] == [given]
    assert asked.patient.drugs == ()


@pytest.mark.parametrize("question", ["adrenaline in adults and children", "amoxicillin for kids or adults"])
def test_both_the_young_and_the_old_are_nobody_of_one_age(question: str) -> None:
    assert read(question).patient.age == ""
