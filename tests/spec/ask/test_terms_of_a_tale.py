"""Who is told of, and since when, are no terms of a question: no source is about them."""

import pytest

from probatum.ask.words.terms import content_terms


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("my husband has shingles since yesterday, what should he take?", ("shingles",)),
        ("my 82 year old mother fell, should she stop warfarin", ("fell", "stop", "warfarin")),
        ("mother-to-child transmission of HIV", ("mother-to-child", "transmission", "hiv")),
        ("expressed milk of the mother", ("expressed", "milk", "mother")),
    ],
)
def test_a_tale_is_left_out(typed: str, terms: tuple[str, ...]) -> None:
    assert content_terms(typed) == terms
