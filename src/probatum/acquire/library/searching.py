"""Searching: the index proposes, and what it proposes is ranked.

The words of a search find the candidates. These are scored again, part by part (`ranking.reranking`); those that have
words which the best of them share gain a little (`ranking.relating`), and the record that the search's own words put
first stays first.

Where the library has vectors, the records nearest in meaning join those that the words found, and nearness is one more
part of every score (`ranking.nearness`); then it may put another record first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from probatum.acquire.library.meaning import Meaning, Near
from probatum.acquire.library.query import TEXT, Query, one_of
from probatum.acquire.library.results import Hit
from probatum.acquire.library.standing import read
from probatum.acquire.library.store import Store
from probatum.acquire.ranking import Candidates, Part, Unit, related, rerank, terms
from probatum.acquire.ranking.nearness import LEAST, nearness
from probatum.acquire.ranking.reranking import MOST, WORDS

TIES: Final = 20
"""Records fetched beyond the limit, so that those of one score are ordered by id across its edge."""

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
    ranked = _ranked(store, query, asked, condition, limit, meaning)
    ranked = ranked[:limit]
    records = read(store, [one.row for one in ranked])
    pairs = zip(records, ranked, strict=True)
    return [Hit(record, one.score, one.row["design"], one.parts, asked) for record, one in pairs]


def _ranked(
    store: Store, query: Query, asked: tuple[Unit, ...], condition: str, limit: int, meaning: Meaning | None
) -> list[Scored]:
    column = store.searched
    depth = max(limit, MOST)
    rows = _in_order(store.search(query, condition, depth + TIES, (*SHOWN, column)))[:depth]
    best, rest = rows[:MOST], rows[MOST:]
    near = meaning.near(_question(query), [row["id"] for row in best]) if meaning else {}
    if near:
        known = {row["id"] for row in rows}
        others = [record_id for record_id in near if record_id not in known]
        best += [row for row in _rows(store, query, condition, others, column) if (_similar(near, row) or 0.0) > LEAST]
    candidates = _candidates(best, column)
    parts = rerank(asked, candidates)
    own = _sums(parts)
    if gains := related(asked, candidates, own):
        parts = [(*told, gain) for told, gain in zip(parts, gains, strict=True)]
    if near and meaning:
        parts = nearness(parts, [_similar(near, row) for row in best], meaning.name)
    elif meaning is None or meaning.encoder is None:
        parts = _led(best, parts, own)
    # Beyond the candidates BM25 stands alone, and is no higher than that of any of them
    parts += [(Part(WORDS, row["_score"]),) for row in rest]
    made = [Scored(*one) for one in zip(best + rest, parts, _sums(parts), strict=True)]
    return sorted(made, key=lambda one: (-one.score, one.row["id"]))


def _sums(parts: Sequence[tuple[Part, ...]]) -> list[float]:
    return [round(sum(part.score for part in told), 3) for told in parts]


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


def _led(rows: Sequence[dict[str, Any]], parts: list[tuple[Part, ...]], own: Sequence[float]) -> list[tuple[Part, ...]]:
    """With the record that the search's own words put first before all others."""
    if not rows:
        return parts
    first = min(range(len(rows)), key=lambda at: (-own[at], rows[at]["id"]))
    sums = _sums(parts)
    best = max((score for at, score in enumerate(sums) if at != first), default=0.0)
    lift = round(best + LEAD - sums[first], 3)
    if lift > 0:
        parts[first] = (*parts[first], Part("own words", lift, "first by the question's own words"))
    return parts


def _in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Best first, ties by id. Scores are 32-bit sums whose last digits depend on the order of adding."""
    for row in rows:
        row["_score"] = round(row["_score"], 3)
    return sorted(rows, key=lambda row: (-row["_score"], row["id"]))


def _candidates(rows: Sequence[dict[str, Any]], column: str) -> Candidates:
    texts = [row[column] if column != TEXT else " ".join(terms(row[column])) for row in rows]
    return Candidates([row["_score"] for row in rows], texts)
