"""Linear chains: the best sequence of classes for rows of features (Lafferty et al. 2001)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from probatum.appraise.models.linear import Linear

AFTER = "\tafter "
"""Begins the features that hold the weights of passing from one class to the next; no feature of a text has a tab."""
MOST_REMEMBERED = 100_000
"""Features whose weights are remembered."""


class Chain:
    """Scores of a `Linear` for each row, and its `AFTER` features between neighbours."""

    def __init__(self, linear: Linear) -> None:
        self.classes = linear.classes
        self._start = linear.scores(())
        self._linear = linear
        self._weights = lru_cache(MOST_REMEMBERED)(self._look)
        self._after = [self._look(AFTER + name) or [0.0] * len(self.classes) for name in self.classes]

    @classmethod
    @cache
    def load(cls, name: str) -> Chain:
        """The shipped model of that name, read once."""
        return cls(Linear.load(name))

    def _look(self, feature: str) -> list[float] | None:
        got = [score - base for score, base in zip(self._linear.scores((feature,)), self._start, strict=True)]
        return got if any(got) else None

    def _scores(self, features: Sequence[str]) -> list[float]:
        total = self._start
        for feature in features:
            weights = self._weights(feature)
            if weights is not None:
                total = [t + w for t, w in zip(total, weights, strict=True)]
        return total

    def best(self, rows: Sequence[Sequence[str]], known: Sequence[str] | None = None) -> list[str]:
        """The class of each row in the sequence with the highest score (Viterbi); of equals the first.

        `known` holds a class where one is given beforehand and an empty text elsewhere.
        """
        if not rows:
            return []
        given = known or [""] * len(rows)
        scores = [self._allowed(self._scores(row), name) for row, name in zip(rows, given, strict=True)]
        every = range(len(self.classes))
        total, back = scores[0], []
        for score in scores[1:]:
            ways = [[total[a] + self._after[a][b] for a in every] for b in every]
            came = [way.index(max(way)) for way in ways]
            total = [way[a] + s for way, a, s in zip(ways, came, score, strict=True)]
            back.append(came)
        at = total.index(max(total))
        path = [at]
        for came in reversed(back):
            at = came[at]
            path.append(at)
        return [self.classes[i] for i in reversed(path)]

    def _allowed(self, scores: list[float], name: str) -> list[float]:
        """Scores in which a class that is given beforehand stands alone."""
        if name not in self.classes:
            return scores
        return [s if c == name else float("-inf") for s, c in zip(scores, self.classes, strict=True)]
