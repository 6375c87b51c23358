"""Searching: the index proposes, and what it proposes is ranked.

A search in words takes two steps. The words find the first records; words that the best of these share are then looked
for too, at little weight. Both times the best are scored again, part by part (`ranking.reranking`), and the record that
the question's own words put first stays first.

Where the library has vectors, the records nearest in meaning join those that the words found, and nearness is one more
part of every score (`ranking.nearness`); then it may put another record first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from probatum.acquire.library.meaning import Meaning, Near
from probatum.acquire.library.query import TERMS, Query, one_of
from probatum.acquire.library.results import Hit
from probatum.acquire.library.standing import read
from probatum.acquire.library.store import Store
from probatum.acquire.ranking import Candidates, Part, Unit, related, rerank, terms
from probatum.acquire.ranking.nearness import LEAST, nearness
from probatum.acquire.ranking.reranking import MOST, WORDS

TIES: Final = 25
"""Records fetched beyond the limit, so that those of one score are ordered by id across its edge."""

FIRST: Final = 30
"""Records that the first step looks at."""

SHOWN: Final = ("id", "mark", "record", "status", "design")
"""Columns that make a hit."""

LEAD: Final = 0.001
"""By how much the record that the question's own words put first is kept before the next."""


class Scored(msgspec.Struct):
    """A row of the library, the parts of its score, and their sum."""

    row: dict[str, Any]
    parts: tuple[Part, ...]
    score: float


def matching(store: Store, query: Query, condition: str, limit: int) -> list[Hit]:
    """The best `limit` records by the index's BM25 alone, ties by id."""
    rows = _in_order(store.search(query, condition, limit + TIES, SHOWN))[:limit]
    return [Hit(r, row["_score"], row["design"]) for r, row in zip(read(store, rows), rows, strict=True)]


def search(
    store: Store,
    query: Query,
    asked: tuple[Unit, ...],
    condition: str,
    limit: int,
    meaning: Meaning | None = None,
) -> list[Hit]:
    """The best `limit` records for the words asked for, best first, ties by id; by words alone without `meaning`."""
    column = store.searched
    found = _ranked(store, query, asked, condition, FIRST, column)
    words: tuple[str, ...] = ()
    if column == TERMS:
        first = _candidates([one.row for one in found], column)
        words = related(asked, first, [one.score for one in found])
    further = msgspec.structs.replace(query, related=words)
    ranked = _ranked(store, further, asked, condition, max(limit, MOST), column, meaning)
    if found and (meaning is None or meaning.encoder is None):
        ranked = _led_by(found[0], ranked)
    ranked = ranked[:limit]
    records = read(store, [one.row for one in ranked])
    pairs = zip(records, ranked, strict=True)
    return [Hit(record, one.score, one.row["design"], one.parts, asked) for record, one in pairs]


def _ranked(
    store: Store,
    query: Query,
    asked: tuple[Unit, ...],
    condition: str,
    limit: int,
    column: str,
    meaning: Meaning | None = None,
) -> list[Scored]:
    rows = _in_order(store.search(query, condition, limit + TIES, (*SHOWN, column)))[:limit]
    best, rest = rows[:MOST], rows[MOST:]
    near = meaning.near(_question(query), [row["id"] for row in best]) if meaning else {}
    if near:
        known = {row["id"] for row in rows}
        others = [record_id for record_id in near if record_id not in known]
        best += [row for row in _rows(store, query, condition, others, column) if (_similar(near, row) or 0.0) > LEAST]
    # Beyond the candidates BM25 stands alone, and is no higher than that of any of them
    parts = rerank(asked, _candidates(best, column), query.related)
    if near and meaning:
        parts = nearness(parts, [_similar(near, row) for row in best], meaning.name)
    parts += [(Part(WORDS, row["_score"]),) for row in rest]
    rows = best + rest
    made = [
        Scored(row, told, round(sum(part.score for part in told), 3)) for row, told in zip(rows, parts, strict=True)
    ]
    return sorted(made, key=lambda one: (-one.score, one.row["id"]))


def _question(query: Query) -> str:
    """What is asked, in words, corrections and full names of abbreviations after what was typed."""
    return " ".join(clause.words for clause in query.wanted)


def _rows(store: Store, query: Query, condition: str, ids: Sequence[str], column: str) -> list[dict[str, Any]]:
    """The rows of some records that meet the condition, with their BM25 score, 0 where they have none of the words."""
    if not ids:
        return []
    chosen = one_of("id", ids) + (f" AND {condition}" if condition else "")
    scores = {row["id"]: row["_score"] for row in store.search(query, chosen, len(ids), ("id",))}
    rows = store.select(chosen, (*SHOWN, column))
    return _in_order([{**row, "_score": scores.get(row["id"], 0.0)} for row in rows])


def _similar(near: Near, row: dict[str, Any]) -> float | None:
    """How near a record is in its present version."""
    mark, similarity = near.get(row["id"], (None, 0.0))
    return similarity if mark == row["mark"] else None


def _led_by(first: Scored, ranked: Sequence[Scored]) -> list[Scored]:
    """With the record that the question's own words put first before all others."""
    others = [one for one in ranked if one.row["id"] != first.row["id"]]
    leader = next((one for one in ranked if one.row["id"] == first.row["id"]), first)
    lift = round(others[0].score + LEAD - leader.score, 3) if others else 0.0
    if lift > 0:
        parts = (*leader.parts, Part("own words", lift, "first by the question's own words"))
        leader = Scored(leader.row, parts, round(leader.score + lift, 3))
    return [leader, *others]


def _in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Best first, ties by id. Scores are 32-bit sums whose last digits depend on the order of adding."""
    for row in rows:
        row["_score"] = round(row["_score"], 3)
    return sorted(rows, key=lambda row: (-row["_score"], row["id"]))


def _candidates(rows: Sequence[dict[str, Any]], column: str) -> Candidates:
    texts = [row[column] if column == TERMS else " ".join(terms(row[column])) for row in rows]
    return Candidates([row["_score"] for row in rows], texts)
