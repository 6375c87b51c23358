"""Who cannot see a dentist until Monday sees well; and a breast-fed baby that is ill is the patient itself."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.ask.danger import read_danger


@pytest.mark.parametrize(
    "typed",
    [
        "I have an infected tooth and can't see a dentist until Monday",
        "I can't see my GP now, what can I take for a headache",
        "he couldn't see the heart specialist this morning, which tablet",
        "I can't see how this tablet helps my eyes now",
    ],
)
def test_whom_somebody_cannot_see_is_no_sight_that_is_lost(typed: str) -> None:
    assert read_danger(typed).kind == ""


@pytest.mark.parametrize(
    "typed",
    [
        "I suddenly can't see out of my left eye",
        "I can't see anything since an hour ago",
        "I can't see the doctor's face this morning",
        "my red eye is painful and I can't see properly",
    ],
)
def test_sight_that_is_lost_still_is(typed: str) -> None:
    assert read_danger(typed).kind == "emergency"


def test_a_breast_fed_baby_with_an_illness_is_the_patient() -> None:
    patient = read("breastfed baby with reflux, what next").patient
    assert patient.age == "infant" and not patient.breastfeeding


@pytest.mark.parametrize("typed", ["ibuprofen, breastfed baby of 3 weeks", "fluconazole, my baby is breastfed"])
def test_a_medicine_beside_a_breast_fed_baby_is_the_mothers(typed: str) -> None:
    assert read(typed).patient.breastfeeding
