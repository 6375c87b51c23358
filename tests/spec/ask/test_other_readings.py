"""Readings of a misspelt word that were nearly taken are kept, so that a search may show which was meant."""

from __future__ import annotations

import pytest

from probatum import ask


@pytest.mark.parametrize(
    "typed", ["Does zinc help colds?", "Does mexiletine reduce cramps in ALS?", "metformin and kidneys"]
)
def test_what_was_spelt_right_has_no_other_readings(typed):
    assert ask.read(typed).also == ()


@pytest.mark.parametrize("typed", ["Is the organ autee of use?", "Mass druug for worrms in childrn", "xell and vell"])
def test_other_readings_are_known_words_other_than_the_one_taken(typed):
    from probatum import vocabulary

    question = ask.read(typed)
    taken = set(question.read.lower().strip("?").split())
    assert len(set(question.also)) == len(question.also)
    for word in question.also:
        assert vocabulary.load().known(word)
        assert word not in taken


def test_a_short_word_with_several_near_ones_keeps_them():
    assert ask.read("Is autee fibrinous pneumonia the expression of immune dysregulation?").also
