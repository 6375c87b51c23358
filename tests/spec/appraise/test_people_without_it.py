"""People taken in for not having an illness are no people with it, and what all took beside is not what was tested."""

from __future__ import annotations

import pytest

import probatum
from probatum.appraise.matching import WITHOUT


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("aged 70 years or more without cardiovascular disease, ", True),
        ("aged 70 years or more without cardiovascular disease, diabetes or ", True),
        ("without significant chronic ", True),
        ("free of cancer or ", True),
        ("people with heart failure, with or without ", False),
        ("without cardiovascular disease and with ", False),
    ],
)
def test_who_does_not_have_it(before: str, said: bool) -> None:
    assert bool(WITHOUT.search(before)) is said


def test_a_trial_that_left_an_illness_out_is_indirect_for_it() -> None:
    made = probatum.answer("atorvastatin in diabetes")
    lead = made.sections[0].statements[0]
    assert "indirect: not in diabetes" in f"{lead.text} {lead.directness}"


def test_what_everybody_took_beside_was_not_tested() -> None:
    made = probatum.answer("statin for someone with diabetes")
    assert not any("icosapent" in s.text for s in made.sections[0].statements)
    assert any("USPSTF" in s.text for s in made.sections[0].statements)
