"""A large library leaves a few new records to a later upkeep of its indices; they are found all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from probatum.acquire.library import Library, upkeep
from probatum.acquire.library.store import Store
from probatum.model import Record

Make = Callable[..., Record]


@pytest.fixture
def large(empty: Library, make: Make, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library of 30 records that counts as large, in which three records may wait."""
    empty.add([make(n, f"Zolvit eased cramps in {n} women.") for n in range(1, 31)])
    monkeypatch.setattr(upkeep, "LARGE", 20)
    monkeypatch.setattr(upkeep, "WAITING", 3)
    return empty


def ids(library: Library, words: str) -> list[str]:
    return [hit.record.id for hit in library.search(words, limit=50)]


def test_a_record_that_waits_is_found_and_the_library_is_sound(large: Library, make: Make) -> None:
    large.add([make(50, "Brellin ended hiccups.")])
    assert large.info().unindexed == 1
    again = Library.open(large.location)
    assert ids(again, "Does brellin end hiccups?") == ["pmid:50"]
    assert again.has_term("brellin")
    assert again.count(["brellin", "hiccup"]) == 1
    assert len(ids(again, "zolvit")) == 30
    assert again.check().sound


def test_a_record_that_waits_is_replaced_and_removed(large: Library, make: Make) -> None:
    large.add([make(50, "Brellin ended hiccups.")])
    large.add([make(50, "Brellin caused hiccups.", date="2021"), make(7, "Zolvit did nothing.")])
    assert ids(large, "ended hiccups") == ["pmid:50"]
    assert large.get("pmid:50") == make(50, "Brellin caused hiccups.", date="2021")
    assert len(ids(large, "eased cramps")) == 29
    assert large.remove("pmid:50")
    assert not ids(large, "brellin")
    assert large.check().sound


def test_when_enough_waits_all_is_indexed(large: Library, make: Make) -> None:
    waiting = []
    for number in range(50, 56):
        large.add([make(number, f"Brellin ended {number} hiccups.")])
        waiting.append(large.info().unindexed)
    assert waiting == [1, 2, 3, 0, 1, 2]
    assert sorted(ids(large, "brellin")) == [f"pmid:{number}" for number in range(50, 56)]


def test_many_small_pieces_are_put_together(large: Library, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "WAITING", 1_000)
    monkeypatch.setattr(upkeep, "PIECES", 4)
    for number in range(50, 60):
        large.add([make(number)])
        assert large.info().unindexed <= 4


def test_what_waits_costs_no_upkeep(large: Library, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "optimise", lambda _: pytest.fail("the indices are rewritten"))
    monkeypatch.setattr(Store, "rebuild", lambda _: pytest.fail("the index is made anew"))
    large.add([make(50), make(3, "Zolvit did something else.")])
    assert large.remove("pmid:4")
    assert len(large) == 30


def test_in_a_library_that_is_not_large_nothing_waits(empty: Library, make: Make) -> None:
    empty.add([make(1), make(2)])
    empty.add([make(3)])
    assert empty.info().unindexed == 0
