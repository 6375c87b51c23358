"""A comparator that is a treatment is named in what is said of an effect."""

from __future__ import annotations

import pytest

from probatum.apply.evidence.arms import _is_active


@pytest.mark.parametrize(
    ("arm", "beside", "active"),
    [
        ("warfarin", "rivaroxaban", True),
        ("naproxen 500 mg", "colchicine", True),
        ("placebo", "colchicine", False),
        ("usual care", "colchicine", False),
        ("no aspirin", "clopidogrel", False),
        ("metformin", "metformin plus sitagliptin", False),
        ("metformin plus glipizide", "metformin plus sitagliptin", True),
        ("saline", "ketamine", False),
    ],
)
def test_a_drug_that_the_other_arm_did_not_get(arm: str, beside: str, active: bool) -> None:
    assert _is_active(arm, beside) is active
