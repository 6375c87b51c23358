"""Words that the best records share and the question does not have: pseudo relevance feedback.

A record on systemic lupus may say only SLE, one on a drug only its code. Words that stand in several of the best
records and in few of the others are looked for too, at a fraction of the weight of the question's own (after
Rocchio 1971; weights as in Lavrenko 2001, doi:10.1145/383952.383972). The candidates themselves are the background, so
no statistics of the library are needed.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final

from probatum.acquire.ranking.asking import Unit
from probatum.acquire.ranking.reranking import Candidate

SEEDS: Final = 5
"""Best records whose words are looked at."""

MOST_WORDS: Final = 15
"""Words taken from them."""

SHARED: Final = 0.3
"""Share of the best records, weighed by their scores, that must have a word."""


COMMON: Final = 0.5
"""A word is common, and says nothing, when the share of all candidates that have it is above this part of its share
among the best."""


def related(asked: Sequence[Unit], candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """The terms, most telling first. `candidates` come best first, with the scores they are ranked by."""
    if len(candidates) <= SEEDS or candidates[0].score <= 0:
        return ()
    own = {term for unit in asked for term in unit.terms}
    held = [set(candidate.terms) for candidate in candidates]
    everywhere = Counter(term for terms in held for term in terms)
    weights = [(candidate.score / candidates[0].score) ** 2 for candidate in candidates[:SEEDS]]
    shares: dict[str, float] = {}
    for terms, weight in zip(held, weights, strict=False):
        for term in terms:
            shares[term] = shares.get(term, 0.0) + weight / sum(weights)
    worth = {
        term: share * math.log((len(held) + 1) / (everywhere[term] + 0.5))
        for term, share in shares.items()
        if share >= SHARED
        and everywhere[term] / len(held) <= COMMON * share
        and len(term) > 2
        and not term.isdigit()
        and term not in own
    }
    return tuple(sorted(worth, key=lambda term: (-worth[term], term))[:MOST_WORDS])
