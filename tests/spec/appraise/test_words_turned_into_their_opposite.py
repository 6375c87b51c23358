"""Passages that hold the opposite of a word of the question turn it; those that hold the word itself keep it."""

from __future__ import annotations

import pytest

from probatum.appraise.claims import covering, turning
from probatum.appraise.effects import tokens


@pytest.mark.parametrize(
    ("question", "passages", "measure"),
    [
        ("Does velorine loosen the valve?", ["Velorine tightens the valve."], "turned always"),
        ("Is velorine a typical drug of its class?", ["Velorine is an atypical drug."], "turned always"),
        ("Is velorine an oral drug?", ["Velorine is an oral drug.", "Velorine was given intravenously."], "turned"),
        ("Does velorine loosen the valve?", ["Velorine loosens the valve."], "kept"),
        ("Is it the left or the right valve?", ["It is the right valve."], ""),
        ("Does velorine help?", [], ""),
    ],
)
def test_a_word_is_turned_kept_or_neither(question: str, passages: list[str], measure: str) -> None:
    lines = [covering.Line.of(tokens.read(text), False) for text in passages]
    made = turning.measures(tokens.read(question), lines)
    assert (measure in made) if measure else made == {}
    assert ("turned always" in made and made["turned always"] == 1.0) is (measure == "turned always")


def test_measures_are_shares() -> None:
    lines = [covering.Line.of(tokens.read("Velorine tightens the outer valve, it does."), False)] * 9
    made = turning.measures(tokens.read("Does velorine loosen the inner valve?"), lines)
    assert made and all(0 <= value <= 1 for value in made.values())
