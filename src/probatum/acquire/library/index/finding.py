"""The best records of a view for a query, filters before ranking."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import numpy as np
import numpy.typing as npt

from probatum.acquire.library.index.scoring import Compiled, Scorer
from probatum.acquire.library.index.segment import NO_YEAR, day
from probatum.acquire.library.index.view import Leaf, Mask, View
from probatum.acquire.library.query import Filters


class Place(msgspec.Struct, frozen=True):
    """A record found: its segment, its number there, its id, its score, and the mark of its version."""

    leaf: int
    number: int
    id: str
    score: float
    mark: int


def find(view: View, query: Compiled, passing: Callable[[int], Mask | None], limit: int) -> list[Place]:
    """The best `limit` records, best first, ties by id. `passing` says which records of a segment may be found (None:
    all current ones)."""
    scorer = Scorer(query, view)
    found: list[tuple[float, str, int, int, int]] = []
    for at, leaf in enumerate(view.leaves):
        numbers, scores = scorer.best(at, passing(at), limit)
        rounded = np.round(scores.astype(np.float64), 3).tolist()
        marks = leaf.segment.mark[numbers].tolist()
        told = zip(rounded, leaf.segment.ids(numbers), numbers.tolist(), marks, strict=True)
        found += [(-score, record_id, at, number, mark) for score, record_id, number, mark in told]
    best = sorted(found)[:limit]
    return [Place(at, number, record_id, -score, mark) for score, record_id, at, number, mark in best]


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
