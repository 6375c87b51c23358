"""An illness that a medicine is not to treat is the patient's: what a label says of one illness may hold of another."""

from __future__ import annotations

import pytest

from probatum.apply.patient import akin
from probatum.apply.patient.akin import Kin


@pytest.mark.parametrize(
    ("text", "illness", "near"),
    [
        ("Contraindicated in ischaemic or vasospastic coronary artery disease", "myocardial infarction", Kin.SAME),
        ("with caution in high blood pressure, heart, kidney or liver disease", "heart failure", Kin.SAME),
        ("in people with an earlier thrombosis", "venous thrombosis", Kin.SAME),
        ("the risk is higher after ulcers", "gastric ulcer", Kin.SAME),
        ("may precipitate angle-closure glaucoma", "glaucoma", Kin.KIND_OF_IT),
        ("in peripheral vascular disease", "myocardial infarction", Kin.NONE),
        ("in hypersensitivity to zorbinol", "asthma", Kin.NONE),
        ("with zorbinol in gravel", "myocardial infarction", Kin.NONE),
        ("anything", "no illness of that name", Kin.NONE),
    ],
)
def test_what_holds_of_one_illness_holds_of_another(text: str, illness: str, near: Kin) -> None:
    assert akin.kinship(text, illness) is near


def test_a_state_in_which_alone_an_illness_is_named_is_told() -> None:
    assert akin.states("Contraindicated in severe bronchial asthma", "asthma") == ("severe",)
    assert akin.states("Contraindicated in asthma, and in severe asthma above all", "asthma") == ()
    assert akin.states("Contraindicated in medullary thyroid carcinoma", "thyroid cancer") == ("carcinoma|medullary",)


def test_an_illness_that_is_only_borne_is_not_named() -> None:
    assert not akin.names_it("in coronary artery disease", "myocardial infarction")
    assert akin.names_it("after a recent heart attack", "myocardial infarction")
