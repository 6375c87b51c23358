"""Searching: the index proposes, and what it proposes is ranked.

The words of a search find the candidates. These are scored again, part by part (`ranking.reranking`); those that have
words which the best of them share gain a little (`ranking.relating`), and the record that the search's own words put
first stays first.

Where the library has vectors, the records nearest in meaning join those that the words found, and nearness is one more
part of every score (`ranking.nearness`); then it may put another record first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.acquire.library.meaning import Meaning, Near
from probatum.acquire.library.proposing import SHOWN, One, Proposal
from probatum.acquire.library.query import Filters, Query
from probatum.acquire.library.results import Hit
from probatum.acquire.library.standing import read
from probatum.acquire.library.store import Store
from probatum.acquire.ranking import Part, Unit, related, rerank
from probatum.acquire.ranking.nearness import LEAST, nearness
from probatum.acquire.ranking.reranking import MOST, WORDS

LEAD: Final = 0.001
"""By how much the record that the question's own words put first is kept before the next."""


class Scored(msgspec.Struct):
    """A record proposed, the parts of its score, and their sum."""

    one: One
    parts: tuple[Part, ...]
    score: float


def matching(store: Store, query: Query, filters: Filters, limit: int) -> list[Hit]:
    """The best `limit` records by the index's BM25 alone, ties by id."""
    proposal = store.propose(query, filters, limit, SHOWN)
    rows = proposal.rows(proposal.found, SHOWN)
    pairs = zip(read(store, rows), proposal.found, rows, strict=True)
    return [Hit(record, one.score, row["design"]) for record, one, row in pairs]


def search(
    store: Store,
    query: Query,
    asked: tuple[Unit, ...],
    filters: Filters,
    limit: int,
    meaning: Meaning | None = None,
) -> list[Hit]:
    """The best `limit` records for the words asked for, best first, ties by id; by words alone without `meaning`."""
    proposal = store.propose(query, filters, max(limit, MOST), SHOWN)
    ranked = _ranked(proposal, _question(query), asked, meaning)[:limit]
    rows = proposal.rows([scored.one for scored in ranked], SHOWN)
    told = zip(read(store, rows), ranked, rows, strict=True)
    return [Hit(record, scored.score, row["design"], scored.parts, asked) for record, scored, row in told]


def _ranked(proposal: Proposal, question: str, asked: tuple[Unit, ...], meaning: Meaning | None) -> list[Scored]:
    best, rest = proposal.found[:MOST], proposal.found[MOST:]
    near = meaning.near(question, [one.id for one in best]) if meaning else {}
    if near:
        known = {one.id for one in proposal.found}
        beside = proposal.beside([record_id for record_id in near if record_id not in known])
        best = [*best, *(one for one in beside if (_similar(near, one) or 0.0) > LEAST)]
    candidates = proposal.candidates(best)
    parts = rerank(asked, candidates)
    own = _sums(parts)
    if gains := related(asked, candidates, own):
        parts = [(*told, gain) for told, gain in zip(parts, gains, strict=True)]
    if near and meaning:
        parts = nearness(parts, [_similar(near, one) for one in best], meaning.name)
    elif meaning is None or meaning.encoder is None:
        parts = _led(best, parts, own)
    # Beyond the candidates BM25 stands alone, and is no higher than that of any of them
    parts += [(Part(WORDS, one.score),) for one in rest]
    made = [Scored(*told) for told in zip([*best, *rest], parts, _sums(parts), strict=True)]
    return sorted(made, key=lambda scored: (-scored.score, scored.one.id))


def _sums(parts: Sequence[tuple[Part, ...]]) -> list[float]:
    return [round(sum(part.score for part in told), 3) for told in parts]


def _question(query: Query) -> str:
    """What is asked, in words, corrections and full names of abbreviations after what was typed."""
    return " ".join(clause.words for clause in query.wanted)


def _similar(near: Near, one: One) -> float | None:
    """How near a record is in its present version."""
    mark, similarity = near.get(one.id, (None, 0.0))
    return similarity if mark == one.mark else None


def _led(best: Sequence[One], parts: list[tuple[Part, ...]], own: Sequence[float]) -> list[tuple[Part, ...]]:
    """With the record that the search's own words put first before all others."""
    if not best:
        return parts
    first = min(range(len(best)), key=lambda at: (-own[at], best[at].id))
    sums = _sums(parts)
    second = max((score for at, score in enumerate(sums) if at != first), default=0.0)
    lift = round(second + LEAD - sums[first], 3)
    if lift > 0:
        parts[first] = (*parts[first], Part("own words", lift, "first by the question's own words"))
    return parts
