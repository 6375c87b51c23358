"""Measures of a ranking: found ids, best first, against the ids that are relevant."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from benchmarks.data import interval


def recall(found: Sequence[str], relevant: Collection[str], depth: int) -> float:
    """Share of the relevant that stand among the first `depth`."""
    return len(set(found[:depth]) & set(relevant)) / len(relevant)


def reciprocal_rank(found: Sequence[str], relevant: Collection[str]) -> float:
    """1 / rank of the first relevant one, 0 when there is none."""
    return next((1 / rank for rank, one in enumerate(found, 1) if one in relevant), 0.0)


def ndcg(found: Sequence[str], relevant: Collection[str], depth: int) -> float:
    """Normalised discounted cumulative gain with gains 0 and 1 (Järvelin 2002, doi:10.1145/582415.582418)."""
    gain = sum(1 / math.log2(rank + 1) for rank, one in enumerate(found[:depth], 1) if one in relevant)
    return gain / sum(1 / math.log2(rank + 1) for rank in range(1, min(depth, len(relevant)) + 1))


def average_precision(found: Sequence[str], relevant: Collection[str]) -> float:
    """Mean of the precision at the rank of every relevant one; one that is not found counts 0."""
    met, total = 0, 0.0
    for rank, one in enumerate(found, 1):
        if one in relevant:
            met += 1
            total += met / rank
    return total / len(relevant)


def summary(name: str, values: Sequence[float]) -> dict[str, float]:
    """The mean under its name, with the ends of its 95 % interval as `NAME_low` and `NAME_high`."""
    low, high = interval(values)
    return {name: sum(values) / len(values), f"{name}_low": low, f"{name}_high": high}
