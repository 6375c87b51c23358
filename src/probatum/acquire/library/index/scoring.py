"""BM25 over segments, exactly: counts and lengths are those of the live records, whatever was added and removed before.

Robertson's formula as Lucene writes it (Kamphuis 2020, doi:10.1007/978-3-030-45442-5_4). Every term adds its part to
an array of all records of a segment, in the order of the query, so a record's score does not depend on the segment it
lies in, to the last digit.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt

from probatum.acquire.library.index.segment import Numbers, hashed
from probatum.acquire.library.index.view import K1, View
from probatum.acquire.library.query import STEPS, Clause, Query, roots, weights

FEW: Final = 8
"""Where so many times fewer records are looked for than have a term, they are looked up among those that have it."""

Scores = npt.NDArray[np.float32]


class Side(msgspec.Struct, frozen=True):
    """Alternatives: terms of which any counts, each with its weight, and names of which every term must be there."""

    loose: tuple[tuple[str, float], ...]
    names: tuple[tuple[tuple[str, ...], float], ...]

    @property
    def terms(self) -> Iterator[str]:
        """All terms that are asked for."""
        yield from (term for term, _ in self.loose)
        yield from (term for name, _ in self.names for term in name)


class Compiled(msgspec.Struct, frozen=True):
    """A query in terms: each of `groups` must match, `wanted` adds (and must match where there are no groups), and what
    matches `barred` is left out."""

    wanted: Side
    groups: tuple[Side, ...]
    barred: Side

    @property
    def terms(self) -> tuple[str, ...]:
        """All terms that are asked for, each once."""
        return tuple(dict.fromkeys(t for side in (self.wanted, *self.groups, self.barred) for t in side.terms))


def compiled(query: Query) -> Compiled:
    """The terms of a query. Without groups a term that several clauses have counts once, by its highest weight."""
    return Compiled(
        _side(query.wanted, together=not query.groups and not query.barred),
        tuple(_side(group) for group in query.groups if group),
        _side(query.barred),
    )


def exactly(terms: Iterable[str]) -> Compiled:
    """The query for records that have all of some terms."""
    nothing = Side((), ())
    return Compiled(Side((), ((tuple(terms), 1.0),)), (), nothing)


def _side(clauses: Sequence[Clause], *, together: bool = False) -> Side:
    loose = [clause for clause in clauses if not clause.every]
    parts = [loose] if together else [[clause] for clause in loose]
    weighed = ((term, steps / STEPS) for part in parts for term, steps in weights(part).items())
    names = ((tuple(name), clause.weight) for clause in clauses if clause.every for name in roots(clause.words))
    return Side(tuple(weighed), tuple(names))


class Scorer:
    """Scores the records of a view for one query."""

    def __init__(self, query: Compiled, view: View) -> None:
        self.query = query
        self.view = view
        terms = query.terms
        hashes = np.array([hashed(term) for term in terms], dtype=np.uint64)
        self.places = [dict(zip(terms, leaf.segment.places(hashes).tolist(), strict=True)) for leaf in view.leaves]
        self.rarity = {term: self._rarity(term) for term in terms}

    def _rarity(self, term: str) -> float:
        """The inverse document frequency, times what all terms share."""
        pairs = zip(self.view.leaves, self.places, strict=True)
        having = sum(leaf.having(places[term]) for leaf, places in pairs if places[term] >= 0)
        return math.log(1 + (self.view.count - having + 0.5) / (having + 0.5)) * (K1 + 1)

    def scores(self, number: int) -> Scores:
        """The score of every record of a segment, 0 for those that do not match."""
        query = self.query
        total = np.zeros(len(self.view.leaves[number].segment), dtype=np.float32)
        if not query.groups:
            self._add(total, number, query.wanted)
        for at, group in enumerate(query.groups):
            own = np.zeros(len(total), dtype=np.float32)
            self._add(own, number, group)
            total = np.where((own > 0) & (total > 0), total + own, np.float32(0)) if at else own
        if query.groups:
            self._add(total, number, query.wanted, among=np.flatnonzero(total > 0))
        if query.barred.loose or query.barred.names:
            barred = np.zeros(len(total), dtype=np.float32)
            self._add(barred, number, query.barred)
            total[barred > 0] = 0
        return total

    def _add(self, total: Scores, number: int, side: Side, among: Numbers | None = None) -> None:
        """Add the scores of alternatives, of some records only where they are named."""
        for term, weight in side.loose:
            records, scores = self._of_term(number, term, among)
            total[records] += scores * np.float32(weight)
        for name, weight in side.names:
            records, scores = self._of_name(number, name, among)
            total[records] += scores * np.float32(weight)

    def _of_term(self, number: int, term: str, among: Numbers | None) -> tuple[Numbers, Scores]:
        """The records that have a term, and their scores for it."""
        segment, place = self.view.leaves[number].segment, self.places[number][term]
        if place < 0:
            return _NOBODY, _NOTHING
        pairs = segment.pairs(place)
        records, often = segment.records[pairs], segment.often[pairs]
        if among is not None:
            at = _places(records, among)
            records, often = records[at], often[at]
        much: Scores = often.astype(np.float32)
        scores: Scores = much * np.float32(self.rarity[term]) / (much + self.view.norms[number][records])
        return records, scores

    def _of_name(self, number: int, name: tuple[str, ...], among: Numbers | None) -> tuple[Numbers, Scores]:
        """The records that have every term of a name, and their scores for it; the rarest terms are looked at first."""
        total: Scores | None = None
        for term in sorted(name, key=lambda term: (-self.rarity[term], term)):
            records, scores = self._of_term(number, term, among)
            if total is not None and among is not None:
                kept = np.isin(among, records, assume_unique=True)
                total, among = total[kept], among[kept]
            among, total = records, scores if total is None else total + scores
            if not len(records):
                break
        return (among, total) if among is not None and total is not None else (_NOBODY, _NOTHING)


def _places(records: Numbers, among: Numbers) -> Numbers:
    """Where some records (ascending) stand among those of a term (ascending); those that are not there are left out."""
    if len(among) * FEW < len(records):
        at = np.searchsorted(records, among)
        at = at[at < len(records)]
        there: Numbers = at[records[at] == among[: len(at)]]
        return there
    return np.flatnonzero(np.isin(records, among, assume_unique=True))


_NOBODY: Final[Numbers] = np.zeros(0, dtype=np.int64)
_NOTHING: Final[Scores] = np.zeros(0, dtype=np.float32)
