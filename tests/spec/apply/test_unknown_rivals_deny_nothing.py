"""An arm that no drug's name tells may be the other choice under its class: nothing is denied of it."""

from __future__ import annotations

import pytest

from probatum.apply.evidence.arms import inactive


@pytest.mark.parametrize(
    ("arm", "nothing"), [("placebo", True), ("no zorbinol", True), ("usual care", True), ("gravel blockers", False)]
)
def test_an_arm_that_got_nothing(arm: str, nothing: bool) -> None:
    assert inactive(arm) is nothing
