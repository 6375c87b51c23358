"""What is felt on a medicine whose end is asked for is told to a doctor soon; nobody asks how well it helps there."""

from __future__ import annotations

import pytest

import probatum
from probatum.apply.labels import suspected
from probatum.ask import read
from probatum.publish import page


@pytest.mark.parametrize(
    ("typed", "felt"),
    [
        ("my son is on montelukast and has nightmares, shall I stop it", "nightmares"),
        ("started sertraline and feel sick, do i stop it", "nausea"),
        ("I take prazosin for nightmares, should I stop it", ""),
        ("does montelukast help nightmares", ""),
    ],
)
def test_what_is_felt(typed: str, felt: str) -> None:
    assert suspected.on_it(read(typed)) == felt


def test_the_page_of_a_carer_says_so() -> None:
    made = probatum.answer("my son is on montelukast and has nightmares, shall I stop it", reader="carer")
    steps = [line.words for part in page.parts(made) if part.id == "algorithm" for line in part.lines]
    assert "may be what brings it on" in steps[0]
    assert not any("change nothing before that" in step for step in steps)
