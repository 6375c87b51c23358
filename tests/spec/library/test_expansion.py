"""A search in words looks for other names too, shows which, and lets the words typed rank above them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from probatum import vocabulary
from probatum.acquire.expansion import MOST, SHORTEST, WEIGHT, expanded
from probatum.acquire.library import Library
from probatum.acquire.library.query import asked_by
from probatum.model import Record

Make = Callable[..., Record]


@pytest.mark.parametrize(
    ("text", "typed", "name"),
    [
        ("heart attack in the young", "heart attack", "myocardial infarction"),
        ("Tylenol for fever", "Tylenol", "acetaminophen"),
        ("ALS and cramps", "ALS", "amyotrophic lateral sclerosis"),
        ("myocardial infarction", "myocardial infarction", "heart attack"),
    ],
)
def test_other_names_of_what_is_named_are_looked_for(text, typed, name):
    query, names = expanded(text, vocabulary.load())
    found = {one.typed: one.names for one in names}
    assert name in found[typed]
    assert query.wanted[0].words == text
    assert all(clause.weight == WEIGHT and clause.synonym for clause in query.wanted[1:])
    assert all(len(one.names) <= MOST and min(map(len, one.names)) >= SHORTEST for one in names)


def test_words_that_name_nothing_are_looked_for_alone():
    query, names = expanded("of the sea and sand", vocabulary.load())
    assert len(query.wanted) == 1
    assert names == ()


def test_a_search_is_ranked_by_the_words_typed_alone():
    query, _ = expanded("heart attack", vocabulary.load())
    assert [unit.word for unit in asked_by(query)] == ["heart", "attack"]


def test_a_record_with_another_name_is_found_and_one_with_the_words_ranks_above_it(empty: Library, make: Make):
    texts = {1: "Myocardial infarction was treated at sea.", 2: "A heart attack was treated at sea.", 3: "Rust at sea."}
    empty.add(make(number, text) for number, text in texts.items())
    query, _ = expanded("heart attack", vocabulary.load())
    assert [hit.record.id for hit in empty.search(query)] == ["pmid:2", "pmid:1"]
    assert [hit.record.id for hit in empty.search("heart attack")] == ["pmid:2"]


def test_other_names_do_not_put_out_the_words_that_the_best_records_share(empty: Library, make: Make):
    """A query with names once went to the index another way, in which related words and weights were lost."""
    empty.add(make(number, f"Heart attack number {number} and aspirin dose {number}.") for number in range(40))
    query, _ = expanded("heart attack", vocabulary.load())
    plain = {hit.record.id for hit in empty.search("heart attack", limit=40)}
    assert {hit.record.id for hit in empty.search(query, limit=40)} == plain
