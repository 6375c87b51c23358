"""Whether a source supports a claim, contradicts it, or says too little of it, by a small model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.appraise.claims import bearing, polar, relating
from probatum.appraise.effects import tokens

SOURCE = (
    "Zelamide and night cramps in adults",
    "Night cramps are common, and their treatment is uncertain.",
    "We gave zelamide or placebo to 80 adults with night cramps for 12 weeks.",
    "Zelamide significantly reduced the frequency of night cramps compared with placebo (p = 0.002).",
    "Zelamide had no effect on sleep quality.",
)
CLAIMS = [
    ("Zelamide reduces the frequency of night cramps.", "supports", 3),
    ("Zelamide increases the frequency of night cramps.", "contradicts", 3),
    ("Beetles of upland meadows rise in number with the height of the grass.", "not enough", None),
]


@pytest.mark.parametrize(("claim", "stance", "sentence"), CLAIMS)
def test_a_claim_is_borne_out_or_not(claim: str, stance: str, sentence: int | None) -> None:
    found = bearing.read(claim, SOURCE)
    assert found.stance == stance
    assert sentence is None or found.sentence == sentence
    assert sum(found.probabilities.values()) == pytest.approx(1.0)


def test_a_source_without_words_says_too_little() -> None:
    assert bearing.read("Zelamide reduces cramps.", ["", " . "]) == bearing.NOTHING


@given(st.text(max_size=200), st.lists(st.text(max_size=200), max_size=5))
def test_odd_claims_and_sources_raise_nothing(claim: str, source: list[str]) -> None:
    assert bearing.read(claim, source).stance in bearing.STANCES


SIGNS = [
    ("it increased", [("amount", 1, False)]),
    ("it did not increase", [("amount", 1, True)]),
    ("it was more effective", [("worth", 1, False)]),
    ("it blocked growth in the absence of light", [("act", -1, False), ("amount", 1, False), ("there", -1, False)]),
    ("the meadow was wide", []),
]


@pytest.mark.parametrize(("text", "signs"), SIGNS)
def test_words_have_kinds_and_signs(text: str, signs: list[tuple[str, int, bool]]) -> None:
    assert [(s.kind, s.sign, s.denied) for s in polar.signed(tokens.read(text))] == signs


NAMED = [
    ("night cramps", 1.0),
    ("beetles", 0.0),
    ("very low birth weight", 1.0),
]


@pytest.mark.parametrize(("subject", "share"), NAMED)
def test_a_sentence_names_a_claim_by_words_or_abbreviations(subject: str, share: float) -> None:
    source = ["Very low birth weight (VLBW) was studied.", "Night cramps of VLBW infants were few."]
    line = relating.Line.of(relating.Claim(subject), relating.Told(source[1]), relating.standing(source))
    assert line.cover == pytest.approx(share)
