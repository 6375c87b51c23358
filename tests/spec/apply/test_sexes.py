"""Whether advice is for people of the patient's sex."""

from __future__ import annotations

import pytest

from probatum.apply.patient import sexes
from probatum.model import Patient


@pytest.mark.parametrize(
    ("text", "patient", "fits"),
    [
        ("For women with gravel, the first choice is A for 3 days.", Patient(sex="male"), False),
        ("For men with gravel, the choice is A for 7 days.", Patient(sex="male"), True),
        ("For pregnant women and for men with gravel, A is given at once.", Patient(sex="male"), True),
        ("For men with gravel, the choice is A for 7 days.", Patient(sex="female"), False),
        ("In gravel, A is the first choice.", Patient(sex="male"), True),
        ("For women with gravel, the first choice is A for 3 days.", Patient(), True),
        ("For women with gravel who are not pregnant, A is given.", Patient(pregnancy="12 weeks pregnant"), False),
        ("For pregnant women with gravel, A is given.", Patient(pregnancy="12 weeks pregnant"), True),
        ("For men with gravel, A is given.", Patient(pregnancy="12 weeks pregnant"), False),
        ("For women, pregnant or not pregnant, A is given.", Patient(pregnancy="12 weeks pregnant"), True),
        ("For pregnant women with gravel, A is given.", Patient(sex="female"), False),
        ("For pregnant women with gravel, A is given.", Patient(), False),
        ("For pregnant women and for men with gravel, A is given at once.", Patient(sex="female"), False),
        ("For women with gravel who are not pregnant, A is given.", Patient(sex="female"), True),
    ],
)
def test_advice_is_for_those_it_names(text: str, patient: Patient, fits: bool) -> None:
    assert sexes.fits(text, patient) is fits


def test_the_patients_own_sex_is_named() -> None:
    assert sexes.names("For men with gravel, the choice is A.", Patient(sex="male"))
    assert not sexes.names("In gravel, A is the first choice.", Patient(sex="male"))
    assert not sexes.names("For men with gravel, the choice is A.", Patient())
