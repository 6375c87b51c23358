"""Words that the best records share and the question does not have: pseudo relevance feedback.

A record on systemic lupus may say only SLE, one on a drug only its code. Words that stand in several of the best
records and in few of the others are looked for too, at a fraction of the weight of the question's own (after
Rocchio 1971; weights as in Lavrenko 2001, doi:10.1145/383952.383972). The candidates themselves are the background, so
no statistics of the library are needed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from probatum.acquire.ranking.asking import Unit
from probatum.acquire.ranking.candidates import Candidates

SEEDS: Final = 5
"""Best records whose words are looked at."""

MOST_WORDS: Final = 15
"""Words taken from them."""

SHARED: Final = 0.3
"""Share of the best records, weighed by their scores, that must have a word."""


COMMON: Final = 0.5
"""A word is common, and says nothing, when the share of all candidates that have it is above this part of its share
among the best."""


def related(asked: Sequence[Unit], candidates: Candidates, scores: Sequence[float]) -> tuple[str, ...]:
    """The terms, most telling first. `scores` are those that the candidates are ranked by."""
    ranked = np.argsort(-np.asarray(scores), kind="stable")
    if len(candidates) <= SEEDS or scores[ranked[0]] <= 0:
        return ()
    records, numbers = candidates.held()
    weights = np.zeros(len(candidates))
    seeds = ranked[:SEEDS]
    weights[seeds] = (np.asarray(scores)[seeds] / scores[ranked[0]]) ** 2
    everywhere = np.bincount(numbers, minlength=len(candidates.names))
    shares = np.bincount(numbers, weights[records] / weights.sum(), minlength=len(candidates.names))
    telling = np.flatnonzero((shares >= SHARED - 1e-9) & (everywhere / len(candidates) <= COMMON * shares + 1e-9))
    own = {term for unit in asked for term in unit.terms}
    worth = {
        name: round(float(shares[number] * math.log((len(candidates) + 1) / (everywhere[number] + 0.5))), 9)
        for number, name in zip(telling.tolist(), candidates.names.take(telling).to_pylist(), strict=True)
        if len(name) > 2 and not name.isdigit() and name not in own
    }
    return tuple(sorted(worth, key=lambda term: (-worth[term], term))[:MOST_WORDS])
