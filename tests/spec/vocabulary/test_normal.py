"""Names are compared by key: case, plurals, possessives, hyphens, accents and British spelling do not matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.vocabulary.normal import name_key, tokens, upright

SAME = [
    ("Crohn's disease", "Crohn Disease"),
    ("muscle cramps", "Muscle Cramp"),
    ("Non-Small-Cell Lung Carcinoma", "non small cell lung carcinoma"),
    ("haemorrhage", "Hemorrhage"),
    ("oedema", "edema"),
    ("tumours", "tumor"),
    ("randomised", "randomized"),
    ("Sjögren’s syndrome", "Sjogren syndrome"),
    ("allergies", "allergy"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("sepsis", "sepses x"), ("hydroxyzine", "hydralazine"), ("virus", "viral")])
def test_different_key(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("inverted", "read"),
    [
        ("Sclerosis, Amyotrophic Lateral", "Amyotrophic Lateral Sclerosis"),
        ("Leukemia, Myeloid, Acute", "Acute Myeloid Leukemia"),
        ("Diabetes Mellitus, Type 2", "Type 2 Diabetes Mellitus"),
        ("Stroke", "Stroke"),
        ("Wounds, Cuts, and Bruises", "Wounds, Cuts, and Bruises"),
    ],
)
def test_upright(inverted: str, read: str) -> None:
    assert upright(inverted) == read


@given(st.text(max_size=200))
def test_tokens_point_into_the_text(text: str) -> None:
    for token in tokens(text):
        assert 0 <= token.start < token.end <= len(text)
        assert text[token.start : token.end].strip()
