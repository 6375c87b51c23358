"""A value of the test by which what is taken is dosed says what it is taken for."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.model import Role


@pytest.mark.parametrize(
    ("typed", "illness"),
    [
        ("urate 480 on allopurinol 100, next step", "gout"),
        ("A1c 8.4% on metformin", "type 2 diabetes mellitus"),
        ("TSH 0.05 on levothyroxine 150", "hypothyroidism"),
        ("TSH 22 on carbimazole", "hyperthyroidism"),
        ("Lab phoned a CHA2DS2-VASc of 3, what next?", "atrial fibrillation"),
        ("ferritin 7", "iron-deficiency anemia"),
    ],
)
def test_the_illness_is_told_with_its_reason(typed: str, illness: str) -> None:
    read = ask.read(typed)
    assert [c.label for c in read.having(Role.POPULATION)] == [illness]
    assert any(a.what == "level" for a in read.assumptions)


@pytest.mark.parametrize(
    ("typed", "illness"),
    [
        ("urate 480 on allopurinol in chronic kidney disease", "gout"),
        ("potassium 5.8 on ramipril", "hypertension"),
        ("does metformin reduce deaths", "type 2 diabetes mellitus"),
        ("vitamin D 90", "vitamin D deficiency"),
    ],
)
def test_none_is_told_where_another_is_named_or_nothing_tells_it(typed: str, illness: str) -> None:
    assert illness not in [c.label for c in ask.read(typed).having(Role.POPULATION)]


def test_what_is_taken_is_not_asked_about_where_another_is_wanted() -> None:
    added = ask.read("HbA1c 75 on metformin, add what")
    assert not added.intervention and "metformin" in added.patient.drugs
    assert ask.read("HbA1c 75 on metformin").intervention == "metformin"
    assert not ask.read("A1c 9.4% on metformin and gliclazide, next step").intervention
