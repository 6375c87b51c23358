"""Which passages of a record fit a claim best: by the words they share with it, and by its numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.source import Source, Unit


class Aligned(NamedTuple):
    """A unit with how well it fits a claim: the weight of the claim's words it holds, and of its numbers."""

    unit: Unit
    score: float
    words: float
    """Share of the claim's word weight, 0 to 1."""
    met: tuple[Claimed, ...]


def align(source: Source, wanted: Iterable[str], claims: Iterable[Claimed], most: int = 8) -> tuple[Aligned, ...]:
    """The units that fit a claim best, best first; of equals the first in the record."""
    weights = {k: source.weight(k) for k in wanted}
    total = math.fsum(weights.values()) or 1.0  # exact: a set's order differs from run to run
    listed, told = tuple(claims), frozenset(weights)
    shared: dict[int, list[float]] = {}
    for key in told:
        for place in source.places.get(key, ()):
            shared.setdefault(place, []).append(weights[key])
    made = []
    near = [(c, source.near(c)) for c in listed]
    units = source.units
    some = set(shared).union(*(there if there is not None else range(len(units)) for _, there in near))
    for place in sorted(some):
        unit = units[place]
        share = math.fsum(shared[place]) / total if place in shared else 0.0
        met = tuple(c for c, there in near if unit.figures and (there is None or place in there) and unit.meeting(c))
        number = sum(c.telling for c in met) / (sum(c.telling for c in listed) or 1.0)
        if share or met:
            made.append((-(share + 0.8 * number), place, Aligned(unit, share + 0.8 * number, share, met)))
    made.sort(key=lambda m: m[:2])
    return tuple(a for _, _, a in made[:most])
