"""The best records of a view for a query, filters before ranking."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt

from probatum.acquire.library.index.scoring import Compiled, Scorer, Scores
from probatum.acquire.library.index.segment import NO_YEAR, Numbers, day
from probatum.acquire.library.index.view import Leaf, Mask, View
from probatum.acquire.library.query import Filters

STRETCH: Final = 64
"""Records of which only the best is looked at, to tell how good the last of the wanted must be."""


ROUNDED: Final = np.float32(0.001)
"""Scores nearer to each other than this may be the same when they are rounded."""


class Place(msgspec.Struct, frozen=True):
    """A record found: its segment, its number there, its id and score."""

    leaf: int
    number: int
    id: str
    score: float


def find(view: View, query: Compiled, passing: Callable[[int], Mask | None], limit: int) -> list[Place]:
    """The best `limit` records, best first, ties by id. `passing` says which records of a segment may be found (None:
    all current ones)."""
    scorer = Scorer(query, view)
    found: list[tuple[float, str, int, int]] = []
    for at, leaf in enumerate(view.leaves):
        scores = scorer.scores(at)
        passed = passing(at)
        if passed is not None:
            scores *= passed
        numbers = best(scores, limit)
        rounded = np.round(scores[numbers].astype(np.float64), 3).tolist()
        ids = (leaf.segment.record_id(number) for number in numbers.tolist())
        found += [(-score, i, at, n) for score, i, n in zip(rounded, ids, numbers.tolist(), strict=True)]
    return [Place(at, number, record_id, -score) for score, record_id, at, number in sorted(found)[:limit]]


def best(scores: Scores, limit: int) -> Numbers:
    """The numbers of the best `limit` records with a score, and of those whose score the last of them has too."""
    floor = np.float32(0)
    if len(scores) > STRETCH * limit:
        even = len(scores) // STRETCH * STRETCH
        tops = scores[:even].reshape(-1, STRETCH).max(axis=1)
        if len(tops) > limit:
            # So many stretches have a record at least as good, so the last of the wanted is no worse
            floor = np.partition(tops, len(tops) - limit)[len(tops) - limit] - ROUNDED
    numbers = np.flatnonzero(scores >= floor) if floor > 0 else np.flatnonzero(scores > 0)
    if len(numbers) > limit:
        held = scores[numbers]
        last = np.partition(held, len(held) - limit)[len(held) - limit]
        numbers = numbers[held >= last - ROUNDED]
    return numbers


def passes(leaf: Leaf, filters: Filters) -> Mask | None:
    """Which current records of a segment meet the filters; None when all of its records do."""
    made: Mask | None = None if leaf.whole else leaf.live
    segment = leaf.segment
    for column in ("kind", "status", "design"):
        wanted = getattr(filters, column)
        if wanted is not None:
            made = _both(made, segment.having(column, wanted))
    years = segment.held["year"]
    if filters.year is not None:
        low, high = filters.year
        made = _both(made, years > NO_YEAR) if low is not None or high is not None else made
        made = _both(made, years >= low) if low is not None else made
        made = _both(made, years <= high) if high is not None else made
    if filters.as_of:
        # A record without a year has NO_YEAR, which is before all
        made = _both(made, segment.held["day"] <= day(filters.as_of))
        made = _both(made, years <= int(filters.as_of[:4]))
    return made


def _both(one: Mask | None, other: npt.NDArray[np.bool_]) -> Mask:
    return other if one is None else one & other
