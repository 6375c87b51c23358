"""A mistake beside a medicine is no overdose of it; what asks of another medicine behind a failure was not tried; what
keeps an illness away is not asked by what it harms."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.ask import looser, read
from probatum.ask.danger import read_danger


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("took my alendronic acid and then lay down by mistake", ""),
        ("i ate breakfast by mistake after my levothyroxine", ""),
        ("took two tramadol by mistake", "overdose"),
        ("took 20 paracetamol and then fell asleep by accident", "overdose"),
        ("took my pills and then took another by mistake", "overdose"),
        ("took the wrong tablets then lay down by mistake", "overdose"),
    ],
)
def test_only_what_was_taken_is_too_much(text: str, kind: str) -> None:
    assert read_danger(text).kind == kind


def test_a_medicine_that_is_asked_about_did_not_fail(starter_place: Path) -> None:
    asked = probatum.answer("4 yo earache 2 days, calpol not helping. antibiotics??", library=starter_place)
    assert "failed" not in asked.question.read
    failed = probatum.answer("gout flare not responding to colchicine, what next?", library=starter_place)
    assert "olchicine failed" in failed.question.read


def test_what_keeps_an_illness_away_is_not_put_again_as_harm() -> None:
    puts = [one.text for one in looser(read("do i need to stop methotrexate before my flu jab"))]
    assert not any(text.startswith("side effects") for text in puts)
    harms = [one.text for one in looser(read("side effects of methotrexate on my teeth when skiing"))]
    assert any(text.startswith("side effects of methotrexate") for text in harms)
