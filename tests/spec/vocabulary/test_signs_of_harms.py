"""By what somebody notices a harm that a label names."""

from __future__ import annotations

import pytest

from probatum.text import readability
from probatum.vocabulary import glossary, signs

NAMED = [
    ("zerafine may cause Lactic acidosis", ["lactic acidosis"]),
    ("hypoglycemia, then hypoglycaemia", ["low blood sugar"]),
    ("acute kidney injury and bleeding", ["harm to the kidneys", "bleeding"]),
    ("nonbleeding ulcers, strokes-like spells and a good night", []),
]


@pytest.mark.parametrize(("text", "harms"), NAMED)
def test_harms_that_a_text_names_have_their_signs(text: str, harms: list[str]) -> None:
    assert [sign.harm for sign in signs.named(text)] == harms


def test_the_signs_are_in_easy_words() -> None:
    lines = glossary.data("signs.tsv").splitlines()[1:]
    told = [seen for _, seen, _ in (line.split("\t") for line in lines)]
    forms = [form for line in lines for form in line.split("\t")[2].split("; ")]
    assert len(forms) == len(set(forms))
    for seen in told:
        assert readability.grade(f"There are signs: {seen}.") < 12, seen
        assert not glossary.unexplained(seen), seen
