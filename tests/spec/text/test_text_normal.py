"""The folded view and the way back."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.text.normal import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("plain", "plain"),
        ("−1.8 – 2—3", "-1.8 - 2-3"),
        ("5\u00a0mg\u2009b", "5 mg b"),
        ("0·75", "0.75"),
        ("ﬁrst eﬀect", "first effect"),
        ("so\u00adft\u200b", "soft"),
        ("10⁹/L", "10^9/L"),
        ("10⁻³", "10^-3"),
        ("kg/m²", "kg/m2"),
        ("p ≤ 0.05", "p ≤ 0.05"),
        ("“a” ‘b’", "\"a\" 'b'"),
        ("wait…", "wait..."),
        ("µg", "μg"),
        ("ｐ＝０．０５", "p=0.05"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_span_leads_back() -> None:
    text = "The so\u00adft ﬁgure was 0·75"
    folded = fold(text)
    for word, original in (("soft", "so\u00adft"), ("figure", "ﬁgure"), ("0.75", "0·75")):
        at = folded.text.index(word)
        start, end = folded.span(at, at + len(word))
        assert text[start:end] == original


@given(st.text(max_size=200))
def test_offsets_never_fall_and_lie_in_the_text(text: str) -> None:
    folded = fold(text)
    offsets = list(folded.offsets)
    assert len(offsets) == len(folded.text) + 1 and offsets[-1] == len(text)
    assert all(a <= b for a, b in itertools.pairwise(offsets))
    assert all(0 <= o < len(text) for o in offsets[:-1])


@given(st.text(max_size=100))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once
