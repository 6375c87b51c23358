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
from probatum.acquire.ranking.candidates import Candidates, Numbers, Shares, Words
from probatum.acquire.ranking.columns import Column

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


def related(asked: Sequence[Unit], candidates: Candidates, scores: Shares) -> Column | None:
    """What each candidate gains; None where the best share no such words. `scores` are those that the candidates are
    ranked by so far."""
    if len(candidates) <= SEEDS:
        return None
    ranked = np.argsort(-scores, kind="stable")[:SEEDS]
    if scores[ranked[0]] <= 0:
        return None
    terms, often = candidates.often(ranked)
    worth = _worth(often, ranked, (scores[ranked] / scores[ranked[0]]) ** 2)
    worth[~candidates.words.telling(terms)] = 0
    chosen, words = _chosen(asked, candidates.words, terms, worth)
    if not words:
        return None
    lengths = candidates.lengths / candidates.lengths.mean()
    counts = often[:, chosen]
    told = counts * (K1 + 1) / (counts + K1 * (1 - B + B * lengths)[:, None])
    gained = told @ worth[chosen]
    why = f"words that the best records share: {', '.join(words[:TOLD])}"
    return Column("shared words", float(scores.max()) * SHARE * gained / gained.max(), lambda _: why)


def _worth(often: Numbers, ranked: Numbers, weights: Shares) -> Shares:
    """How telling each term is: shared by the best, and rare among all; 0 for one that is neither."""
    shares = np.zeros(often.shape[1])
    for at, weight in sorted(zip(ranked.tolist(), weights.tolist(), strict=True)):
        shares += weight * (often[at] > 0)
    shares /= weights.sum()
    everywhere = np.count_nonzero(often, axis=0)
    worth: Shares = np.round(shares * np.log((len(often) + 1) / (everywhere + 0.5)), 9)
    worth[(shares < SHARED - 1e-9) | (everywhere / len(often) > COMMON * shares + 1e-9)] = 0
    return worth


def _chosen(asked: Sequence[Unit], words: Words, terms: Numbers, worth: Shares) -> tuple[list[int], list[str]]:
    """The most telling terms, by their places among `terms`, and what they are: none of the question's own."""
    own = {term for unit in asked for term in unit.terms}
    most = MOST_WORDS + len(own)
    places = np.flatnonzero(worth > 0)
    if len(places) > most:
        least = np.partition(worth, len(worth) - most)[len(worth) - most]
        places = np.flatnonzero(worth >= max(least, np.nextafter(0.0, 1.0)))
    told = zip((-worth[places]).tolist(), words.spelled(terms[places]), places.tolist(), strict=True)
    chosen = sorted(one for one in told if one[1] not in own)[:MOST_WORDS]
    return [at for _, _, at in chosen], [word for _, word, _ in chosen]
