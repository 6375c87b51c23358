"""Whether a note tells a value on what is taken, and nothing of its own besides."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.apply.choices import noted_value


@pytest.mark.parametrize(
    "typed",
    [
        "TSH 12 on levothyroxine",
        "INR 7.6 on warfarin, well, no bleeding",
        "Na 129 on indapamide, feels fine",
        "INR 1.3 on warfarin for AF",
        "thyroxine 75, TSH 18.4, 52F",
    ],
)
def test_such_a_note(typed: str) -> None:
    assert noted_value.asked(ask.read(typed))


@pytest.mark.parametrize(
    "typed",
    [
        "INR 6.5 on warfarin, bleeding gums",
        "TSH 8.1 with normal T4, start levothyroxine?",
        "spironolactone in heart failure, potassium 5.4",
        "A1c 8.4%, is sitagliptin better than gliclazide",
        "allopurinol dose, crcl 18",
        "TSH on levothyroxine, how often?",
    ],
)
def test_what_asks_or_tells_more(typed: str) -> None:
    assert not noted_value.asked(ask.read(typed))


def test_a_value_on_the_side_on_which_more_is_given() -> None:
    assert noted_value.wants_more(ask.read("BP 164/98 on amlodipine 10"))
    assert not noted_value.wants_more(ask.read("TSH 0.05 on levothyroxine"))
    assert not noted_value.wants_more(ask.read("lithium level 0.4 mmol/L on lithium"))
