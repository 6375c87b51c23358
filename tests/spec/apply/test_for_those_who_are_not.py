"""Advice for those who are not what the patient is holds for no such patient."""

from __future__ import annotations

import pytest

from probatum.apply.fitting import of_age
from probatum.apply.fitting.spared import shuts_out
from probatum.model import Patient
from probatum.text import ancestry

STEP_1 = (
    "In hypertension below 55 years in people not of Black African or African-Caribbean origin, or with type 2 "
    "diabetes, A is recommended."
)
FROM_55 = (
    "In hypertension from 55 years, or in people of Black African or African-Caribbean origin of any age, without type "
    "2 diabetes, B is recommended."
)
BLACK = Patient(age="50 years", sex="male", ancestry="African")
DIABETES = (("type 2 diabetes", "diabetes mellitus, type 2"),)


def test_of_other_origin() -> None:
    assert shuts_out(STEP_1, BLACK)
    assert not shuts_out(STEP_1, Patient(age="50 years"))
    assert not shuts_out(STEP_1, BLACK, DIABETES)  # told of besides


def test_without_an_illness() -> None:
    assert shuts_out(FROM_55, BLACK, DIABETES)
    assert not shuts_out(FROM_55, BLACK)
    assert not shuts_out("In A with or without type 2 diabetes, B is recommended.", BLACK, DIABETES)


@pytest.mark.parametrize("whom", ["women who are not pregnant", "non-pregnant women"])
def test_not_pregnant(whom: str) -> None:
    assert shuts_out(f"For {whom} with cystitis, the first choice is A.", Patient(sex="female", pregnancy="pregnant"))
    assert not shuts_out(f"For {whom} with cystitis, the first choice is A.", Patient(sex="female"))


def test_people_of_any_age_beside_others_from_an_age_on() -> None:
    assert of_age(FROM_55, BLACK)
    assert not of_age(FROM_55, Patient(age="50 years"))


def test_those_of_whom_a_direction_does_not_speak_are_not_meant() -> None:
    assert ancestry.named(STEP_1, "African") and not ancestry.meant(STEP_1, "African")
    assert ancestry.meant(FROM_55, "African")


def test_others_behind_those_who_are_spared_are_no_part_of_it() -> None:
    text = "For women who are not pregnant and men with pyelonephritis, the first choice is A."
    assert not shuts_out(text, Patient(), (("pyelonephritis",),))
    assert not shuts_out(
        "For people who do not respond to B in pyelonephritis, A is given.", Patient(), (("pyelonephritis",),)
    )


def test_whom_advice_leaves_out_behind_what_it_says() -> None:
    text = "NICE recommends against A to prevent falls; this does not apply to people with type 2 diabetes or gout."
    assert shuts_out(text, Patient(), DIABETES)
    assert not shuts_out(text, Patient(), (("asthma",),))
