"""Near misses: a body that is not fit, a tired mother, a smear on the paper; and muddled people, no muddled pills."""

from __future__ import annotations

import pytest

from probatum.ask.danger import read_danger


@pytest.mark.parametrize(
    "typed",
    [
        "out of puff going upstairs im unfit and 60",
        "knackered all the time since having my baby",
        "bum hurts so bad when i poo and theres bright red blood on the paper, what helps",
    ],
)
def test_everyday_life_is_no_emergency(typed: str) -> None:
    assert read_danger(typed).kind == ""


@pytest.mark.parametrize(
    "typed",
    [
        "suddenly out of puff going upstairs and my calf is swollen",
        "out of breath on the stairs im unfit but my lips go blue",
        "knackered since having my baby and soaking a pad every half hour",
        "blood on the paper when i poo and its pouring, on warfarin",
    ],
)
def test_what_is_graver_beside_it_still_is(typed: str) -> None:
    assert read_danger(typed).kind == "emergency"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("mum fell banged her head shes on apixaban n now shes being sick and muddled", "emergency"),
        ("dad on warfarin hit his head and is confused", "emergency"),
        ("gran muddled up her tablets and took her warfarin twice", "overdose"),
        ("nan got her pills muddled and took too many digoxin", "overdose"),
    ],
)
def test_a_muddled_mind_is_no_muddled_pill(typed: str, kind: str) -> None:
    assert read_danger(typed).kind == kind
