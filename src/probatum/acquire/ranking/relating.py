"""Words that the best records share and the question does not have: pseudo relevance feedback.

A record on systemic lupus may say mostly SLE, one on a drug its code. Words that stand in several of the best records
and in few of the others lift the candidates that have them too (after Rocchio 1971; weights as in Lavrenko 2001,
doi:10.1145/383952.383972). The candidates themselves are the background, so no statistics of the library are needed,
and it is not asked again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from probatum.acquire.ranking.asking import Unit
from probatum.acquire.ranking.candidates import Candidates, Numbers, Shares
from probatum.acquire.ranking.reranking import Part

SEEDS: Final = 4
"""Best records whose words are looked at; 3 to 5 do alike."""

MOST_WORDS: Final = 60
"""Words taken from them."""

SHARED: Final = 0.15
"""Share of the best records, weighed by their scores, that must have a word."""

COMMON: Final = 0.5
"""A word is common, and says nothing, when the share of all candidates that have it is above this part of its share
among the best."""

SHARE: Final = 1.0
"""What the candidate that has most of these words gains, as a share of the best score. The record that the
question's own words put first stays first, so this orders those after it: on BioASQ recall@10 is 0.743 at 0, 0.749 at
0.3, 0.754 at 1."""

K1, B = 1.2, 0.75
"""How soon a word's repetitions say no more, and how much a long text counts against it, as in the index's BM25."""

TOLD: Final = 6
"""Words that are named to a reader."""


def related(asked: Sequence[Unit], candidates: Candidates, scores: Sequence[float]) -> list[Part]:
    """What each candidate gains. `scores` are those that the candidates are ranked by so far."""
    told, shares = _shared(asked, candidates, np.asarray(scores, dtype=np.float64))
    if not told:
        return []
    why = f"words that the best records share: {', '.join(told[:TOLD])}"
    return [Part("shared words", max(scores) * SHARE * share, why) for share in shares.tolist()]


def _shared(asked: Sequence[Unit], candidates: Candidates, scores: Shares) -> tuple[list[str], Shares]:
    """The words, most telling first, and how much of them each candidate has (1: the most of all)."""
    ranked = np.argsort(-scores, kind="stable")[:SEEDS]
    nothing = np.zeros(len(candidates))
    if len(candidates) <= SEEDS or scores[ranked[0]] <= 0:
        return [], nothing
    weights = nothing.copy()
    weights[ranked] = (scores[ranked] / scores[ranked[0]]) ** 2
    own = {term for unit in asked for term in unit.terms}
    words = [
        word
        for word in candidates.terms_of(ranked)
        if len(word) > 2 and word[0].isalnum() and not word.isdigit() and word not in own
    ]
    if not words:
        return [], nothing
    records, number, often = _held_by(candidates, words)
    everywhere = np.bincount(number)
    shares = np.bincount(number, weights[records]) / weights.sum()
    worth = np.round(shares * np.log((len(candidates) + 1) / (everywhere + 0.5)), 9)
    worth[(shares < SHARED - 1e-9) | (everywhere / len(candidates) > COMMON * shares + 1e-9)] = 0
    chosen = sorted(np.flatnonzero(worth > 0).tolist(), key=lambda at: (-worth[at], words[at]))[:MOST_WORDS]
    if not chosen:
        return [], nothing
    kept = np.zeros(len(words))
    kept[chosen] = worth[chosen]
    lengths = candidates.lengths / candidates.lengths.mean()
    told = often * (K1 + 1) / (often + K1 * (1 - B + B * lengths[records]))
    gained = np.bincount(records, kept[number] * told, minlength=len(candidates))
    return [words[at] for at in chosen], gained / gained.max()


def _held_by(candidates: Candidates, words: Sequence[str]) -> tuple[Numbers, Numbers, Numbers]:
    """Each record that has one of some words, the word's number, and how often it stands there."""
    places, which = candidates.found(words)
    counts = np.bincount(candidates.records_of(places) * len(words) + which)
    pairs = np.flatnonzero(counts)
    return pairs // len(words), pairs % len(words), counts[pairs]
