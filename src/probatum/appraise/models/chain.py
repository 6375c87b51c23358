"""Linear chains: the likeliest class of each row of a sequence (Lafferty et al. 2001)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from probatum.appraise.models.linear import Linear

AFTER = "\tafter "
"""Begins the features that hold the weights of passing from one class to the next; no feature of a text has a tab."""
MOST_REMEMBERED = 100_000
"""Features whose places are remembered."""


class Chain:
    """Scores of a `Linear` for each row, and its `AFTER` features between neighbours."""

    def __init__(self, linear: Linear) -> None:
        self.classes = linear.classes
        self._linear = linear
        self._place = lru_cache(MOST_REMEMBERED)(linear.place)
        start = linear.scores(())
        after = [
            [score - base for score, base in zip(linear.scores((AFTER + name,)), start, strict=True)]
            for name in self.classes
        ]
        top = max(max(row) for row in after)
        self._ahead = [[math.exp(w - top) for w in row] for row in zip(*after, strict=True)]
        self._behind = [[math.exp(w - top) for w in row] for row in after]

    @classmethod
    @cache
    def load(cls, name: str) -> Chain:
        """The shipped model of that name, read once."""
        return cls(Linear.load(name))

    def _scores(self, features: Sequence[str]) -> list[float]:
        return self._linear.summed([at for at in map(self._place, features) if at is not None])

    def likeliest(self, rows: Sequence[Sequence[str]], known: Sequence[str] | None = None) -> list[str]:
        """The class of each row with the highest share of all sequences, by forward and backward sums; of equals the
        first. More rows are right so than by the one best sequence, which stakes all on one reading.

        `known` holds a class where one is given beforehand and an empty text elsewhere.
        """
        given = known or [""] * len(rows)
        states = [_powers(self._allowed(self._scores(row), name)) for row, name in zip(rows, given, strict=True)]
        ahead = _sums(states, self._ahead)
        behind = _sums(reversed(states), self._behind)[::-1]
        shares = [
            [a * s * b for a, s, b in zip(*three, strict=True)] for three in zip(ahead, states, behind, strict=True)
        ]
        return [self.classes[share.index(max(share))] for share in shares]

    def _allowed(self, scores: list[float], name: str) -> list[float]:
        """Scores in which a class that is given beforehand stands alone."""
        if name not in self.classes:
            return scores
        return [s if c == name else float("-inf") for s, c in zip(scores, self.classes, strict=True)]


def _powers(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    return [math.exp(s - top) for s in scores]


def _sums(states: Iterable[Sequence[float]], into: Sequence[Sequence[float]]) -> list[list[float]]:
    """For each row and class the sum over all ways to it from the first row, without its own state, up to a factor.

    `into` holds for each class the weights of coming to it from every other.
    """
    found, reached = [], [1.0] * len(into)
    for state in states:
        found.append(reached)
        here = [r * s for r, s in zip(reached, state, strict=True)]
        sums = [sum(h * w for h, w in zip(here, row, strict=True)) for row in into]
        total = sum(sums)
        reached = [x / total for x in sums]
    return found
