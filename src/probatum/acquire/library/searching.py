"""Searching: the index proposes, and what it proposes is ranked.

The words of a search find the candidates. These are scored again, part by part (`ranking.reranking`); those that have
words which the best of them share gain a little (`ranking.relating`), and the record that the search's own words put
first stays first.

Where the library has vectors, the records nearest in meaning join those that the words found, and nearness is one more
part of every score (`ranking.nearness`); then it may put another record first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Final

import numpy as np

from probatum.acquire.library.meaning import Meaning, Near
from probatum.acquire.library.proposing import SHOWN, One, Proposal
from probatum.acquire.library.query import Filters, Query
from probatum.acquire.library.results import Hit
from probatum.acquire.library.standing import read
from probatum.acquire.library.store import Store
from probatum.acquire.ranking import Column, Part, Unit, parts, related, rerank, total
from probatum.acquire.ranking.candidates import Shares
from probatum.acquire.ranking.nearness import LEAST, nearness
from probatum.acquire.ranking.reranking import MOST, WORDS

LEAD: Final = 0.001
"""By how much the record that the question's own words put first is kept before the next."""


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
    ranked = list(islice(_ranked(proposal, _question(query), asked, meaning), limit))
    rows = proposal.rows([one for one, _, _ in ranked], SHOWN)
    told = zip(read(store, rows), ranked, rows, strict=True)
    return [Hit(record, score, row["design"], made(), asked) for record, (_, score, made), row in told]


Ranked = tuple[One, float, Callable[[], tuple[Part, ...]]]
"""A record proposed, its score, and what gives the parts of that score."""


def _ranked(proposal: Proposal, question: str, asked: tuple[Unit, ...], meaning: Meaning | None) -> Iterator[Ranked]:
    best, rest = proposal.found[:MOST], proposal.found[MOST:]
    near = meaning.near(question, [one.id for one in best]) if meaning else {}
    if near:
        known = {one.id for one in proposal.found}
        beside = proposal.beside([record_id for record_id in near if record_id not in known])
        best = [*best, *(one for one in beside if (_similar(near, one) or 0.0) > LEAST)]
    candidates = proposal.candidates(best)
    columns = rerank(asked, candidates)
    own = total(columns)
    if gains := related(asked, candidates, own):
        columns.append(gains)
    if near and meaning:
        columns.append(nearness(columns, [_similar(near, one) for one in best], meaning.name))
    elif meaning is None or meaning.encoder is None:
        columns += _led(best, columns, own)
    scores = total(columns).tolist()
    for score, _, at in sorted((-score, one.id, at) for at, (score, one) in enumerate(zip(scores, best, strict=True))):
        yield best[at], -score, partial(parts, columns, at)
    # Beyond the candidates BM25 stands alone, and is no higher than that of any of them
    for one in rest:
        yield one, one.score, partial(tuple, [Part(WORDS, one.score)])


def _question(query: Query) -> str:
    """What is asked, in words, corrections and full names of abbreviations after what was typed."""
    return " ".join(clause.words for clause in query.wanted)


def _similar(near: Near, one: One) -> float | None:
    """How near a record is in its present version."""
    mark, similarity = near.get(one.id, (None, 0.0))
    return similarity if mark == one.mark else None


def _led(best: Sequence[One], columns: Sequence[Column], own: Shares) -> list[Column]:
    """With the record that the search's own words put first before all others."""
    if not best:
        return []
    top = np.flatnonzero(own == own.max()).tolist()
    first = min(top, key=lambda at: best[at].id)
    scores = total(columns)
    others = np.delete(scores, first).max(initial=0.0)
    lift = round(float(others + LEAD - scores[first]), 3)
    if lift <= 0:
        return []
    lifts = np.zeros(len(best))
    lifts[first] = lift
    return [Column("own words", lifts, lambda _: "first by the question's own words", first)]
