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
from probatum.acquire.library.index.view import K1, Mask, View
from probatum.acquire.library.query import STEPS, Clause, Query, roots, weights

FEW: Final = 8
"""Where so many times fewer records are looked for than have a term, they are looked up among those that have it."""

STRETCH: Final = 64
"""Records of which only the best is looked at, to tell how good the last of the wanted must be."""

SHARE_WORTH_IT: Final = 0.1
"""Share of the records that must have a term for it to be worth asking whether they all need be looked at."""

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
        having = np.zeros(len(terms), dtype=np.int64)
        for leaf, places in zip(view.leaves, self.places, strict=True):
            having += leaf.having(np.fromiter(places.values(), dtype=np.int64, count=len(terms)))
        self.rarity = {term: self._rarity(count) for term, count in zip(terms, having.tolist(), strict=True)}

    def _rarity(self, having: int) -> float:
        """The inverse document frequency of a term that so many records have, times what all terms share."""
        return math.log(1 + (self.view.count - having + 0.5) / (having + 0.5)) * (K1 + 1)

    def best(self, number: int, passing: Mask | None, limit: int) -> tuple[Numbers, Scores]:
        """The records of a segment among which the best `limit` are, of those that pass (None: of all), and their
        scores."""
        query = self.query
        if not query.groups and not query.barred.loose and not query.barred.names:
            return self._of_wanted(number, passing, limit)
        scores = self._of_groups(number)
        if passing is not None:
            scores *= passing
        return _best(np.flatnonzero(scores >= max(_floor(scores, limit), _LEAST)), scores, limit)

    def scores(self, number: int) -> Scores:
        """The score of every record of a segment, 0 for those that do not match."""
        if self.query.groups or self.query.barred.loose or self.query.barred.names:
            return self._of_groups(number)
        total = np.zeros(len(self.view.leaves[number].segment), dtype=np.float32)
        self._add(total, number, self.query.wanted)
        return total

    def _of_wanted(self, number: int, passing: Mask | None, limit: int) -> tuple[Numbers, Scores]:
        """As `best`, for alternatives alone: the rarest terms first, and as soon as a record without any of them cannot
        be among the best, the other terms of those alone that still can (MaxScore: Turtle and Flood 1995,
        doi:10.1016/0306-4573(95)00020-H)."""
        total = np.zeros(len(self.view.leaves[number].segment), dtype=np.float32)
        self._add(total, number, Side((), self.query.wanted.names))
        there = self.places[number]
        most = [(w * self.rarity[term], term, w) for term, w in self.query.wanted.loose if there[term] >= 0]
        most.sort(key=lambda told: (-told[0], told[1]))
        rest = np.cumsum([worth for worth, _, _ in most][::-1])[::-1].tolist()
        among: Numbers | None = None
        for at, (_, term, weight) in enumerate(most):
            having = self._having(number, term)
            if among is None and having > SHARE_WORTH_IT * len(total):
                among = _still(total, passing, limit, rest[at])
                among = among if among is not None and len(among) * FEW < having else None
            np.add.at(total, *self._of_term(number, term, weight, among))
        if among is None:
            if passing is not None:
                total *= passing
            among = np.flatnonzero(total >= max(_floor(total, limit), _LEAST))
        return _best(among, total, limit)

    def _having(self, number: int, term: str) -> int:
        place = self.places[number][term]
        pairs = self.view.leaves[number].segment.pairs(place) if place >= 0 else slice(0, 0)
        return pairs.stop - pairs.start

    def _of_groups(self, number: int) -> Scores:
        """The score of every record that has one of each group and none that is barred."""
        query = self.query
        total = np.zeros(len(self.view.leaves[number].segment), dtype=np.float32)
        for at, group in enumerate(query.groups):
            own = np.zeros(len(total), dtype=np.float32)
            self._add(own, number, group)
            total = np.where((own > 0) & (total > 0), total + own, np.float32(0)) if at else own
        among = np.flatnonzero(total > 0) if query.groups else None
        self._add(total, number, query.wanted, among)
        barred = np.zeros(len(total), dtype=np.float32)
        self._add(barred, number, query.barred)
        total[barred > 0] = 0
        return total

    def _add(self, total: Scores, number: int, side: Side, among: Numbers | None = None) -> None:
        """Add the scores of alternatives, of some records only where they are named."""
        for term, weight in side.loose:
            np.add.at(total, *self._of_term(number, term, weight, among))
        for name, weight in side.names:
            np.add.at(total, *self._of_name(number, name, weight, among))

    def _of_term(self, number: int, term: str, weight: float, among: Numbers | None) -> tuple[Numbers, Scores]:
        """The records that have a term, and their scores for it."""
        segment, place = self.view.leaves[number].segment, self.places[number][term]
        if place < 0:
            return _NOBODY, _NOTHING
        pairs = segment.pairs(place)
        records, often = segment.records[pairs], segment.often[pairs]
        if among is not None:
            at = _places(records, among)
            records, often = records[at], often[at]
        # Numbers of the machine's own width, and no copies: three times as fast as the formula written plainly
        chosen = records.astype(np.intp)
        scores = self.view.norms[number].take(chosen, mode="clip")
        much: Scores = often.astype(np.float32)
        scores += much
        np.divide(much, scores, out=scores)
        scores *= np.float32(weight * self.rarity[term])
        return chosen, scores

    def _of_name(
        self, number: int, name: tuple[str, ...], weight: float, among: Numbers | None
    ) -> tuple[Numbers, Scores]:
        """The records that have every term of a name, and their scores for it; the rarest terms are looked at first."""
        total: Scores | None = None
        for term in sorted(name, key=lambda term: (-self.rarity[term], term)):
            records, scores = self._of_term(number, term, weight, among)
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


def _floor(scores: Scores, limit: int) -> np.float32:
    """A score that at least `limit` records reach, or 0: the best of each stretch is looked at alone."""
    even = len(scores) // STRETCH * STRETCH
    if even <= STRETCH * limit:
        return np.float32(0)
    tops = scores[:even].reshape(STRETCH, -1).max(axis=0)
    return np.float32(np.partition(tops, len(tops) - limit)[len(tops) - limit] - _ROUNDED)


def _still(scores: Scores, passing: Mask | None, limit: int, rest: float) -> Numbers | None:
    """The records that can be among the best `limit` when each may still gain up to `rest`; None where one that has
    nothing yet can."""
    least = _floor(scores if passing is None else scores * passing, limit) - np.float32(rest)
    if least <= 0:
        return None
    chosen = np.flatnonzero(scores >= least)
    return chosen if passing is None else chosen[passing[chosen]]


def _best(numbers: Numbers, scores: Scores, limit: int) -> tuple[Numbers, Scores]:
    """Of some records those that have a score and may be among the best `limit` when scores are rounded."""
    held = scores[numbers]
    least = np.float32(0)
    if len(held) > limit:
        least = np.partition(held, len(held) - limit)[len(held) - limit] - _ROUNDED
    kept = (held > 0) & (held >= least)
    return numbers[kept], held[kept]


_LEAST: Final = np.float32(1e-12)
_ROUNDED: Final = np.float32(0.001)
"""Scores nearer to each other than this may be the same when they are rounded."""

_NOBODY: Final[Numbers] = np.zeros(0, dtype=np.int64)
_NOTHING: Final[Scores] = np.zeros(0, dtype=np.float32)
