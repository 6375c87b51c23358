"""The best candidates of an index scored again, part by part.

BM25 adds words up wherever they stand. A record that answers has nearly all telling words of the question (coverage),
and has them together (closeness). Each part is a share of the best candidate's BM25 score, so that a score stays a
BM25 score with bonuses, and a record beyond the candidates never passes one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
import numpy as np

from probatum.acquire.ranking.asking import Unit
from probatum.acquire.ranking.candidates import Candidates, Numbers, Shares

WORDS: Final = "words"
"""Name of the part that the index gives."""

MOST: Final = 100
"""Candidates that are scored again."""

COVERAGE: Final = 0.5
"""Bonus for all words of the question, as a share of the best BM25 score."""

CLOSENESS: Final = 0.4
"""Bonus for all words of the question within `WINDOW` terms of each other."""

WINDOW: Final = 30
"""Terms of about one or two sentences."""

MOST_CELLS: Final = 1_000_000
"""Matches times words of the question that are looked at together; bounds the memory."""


class Part(msgspec.Struct, frozen=True):
    """A part of a score: its name, what it adds, and what it rests on in words."""

    name: str
    score: float
    why: str = ""


def rerank(asked: Sequence[Unit], candidates: Candidates, related: Sequence[str] = ()) -> list[tuple[Part, ...]]:
    """The parts of each candidate's score, in the order given; their sum is the score.

    A question without words leaves the BM25 score alone. `related` are the terms looked for besides (see `relating`).
    """
    whole = sum(unit.telling for unit in asked)
    if not whole or not len(candidates):
        return [(Part(WORDS, score),) for score in candidates.scores.tolist()]
    best = float(candidates.scores.max())
    told = "BM25 of the question's words, their stems and roots"
    told += f"; a little, of what the best records share: {', '.join(related)}" if related else ""
    covered, close = (shares / whole for shares in _looked_through(asked, candidates))
    return [
        (
            Part(WORDS, score, told),
            Part("coverage", best * COVERAGE * much, f"{much:.0%} of what the question says"),
            Part("closeness", best * CLOSENESS * near, f"{near:.0%} of it within {WINDOW} words"),
        )
        for score, much, near in zip(candidates.scores.tolist(), covered.tolist(), close.tolist(), strict=True)
    ]


def _looked_through(asked: Sequence[Unit], candidates: Candidates) -> tuple[Shares, Shares]:
    """Of each candidate: what is telling of all units that it has, and the most that stands within one window."""
    covered, close = np.zeros(len(candidates)), np.zeros(len(candidates))
    row_of, shares = _standing(asked, candidates)
    places = np.flatnonzero(row_of[candidates.terms] >= 0)
    ends = np.searchsorted(places, candidates.starts)
    telling = np.array([unit.telling for unit in asked])
    for first, last in _portions(np.diff(ends), len(asked)):
        here = places[ends[first] : ends[last]]
        records = candidates.records_of(here)
        there = shares[row_of[candidates.terms[here]]]
        having, begins = np.unique(records, return_index=True)
        most = np.zeros((last - first, len(asked)))
        most[having - first] = np.maximum.reduceat(there, begins)
        most *= telling
        # The last place of each unit up to each place: it counts while it is within the window, and in the same record
        latest = np.maximum.accumulate(np.where(there > 0, here[:, None], -1))
        inside = latest >= np.maximum(here - WINDOW, candidates.starts[records])[:, None]
        covered[first:last] = most.sum(axis=1)
        close[having] = np.maximum.reduceat((inside * most[records - first]).sum(axis=1), begins)
    return covered, close


def _standing(asked: Sequence[Unit], candidates: Candidates) -> tuple[Numbers, Shares]:
    """Number of a term -> its row (-1 for a term that is not asked for) in a table of how much of each unit it is."""
    numbers = candidates.numbers(dict.fromkeys(term for unit in asked for term in unit.terms))
    row_of = np.full(len(candidates.names), -1)
    row_of[list(numbers.values())] = np.arange(len(numbers))
    shares = np.zeros((len(numbers), len(asked)))
    for column, unit in enumerate(asked):
        for term, (_, there) in unit.terms.items():
            if term in numbers:
                shares[row_of[numbers[term]], column] = there
    return row_of, shares


def _portions(counts: Numbers, width: int) -> Iterator[tuple[int, int]]:
    """Runs of records (the last excluded) with so many matches that a table of them is not too large."""
    first, cells = 0, 0
    for record, cells_of_it in enumerate((counts * width).tolist()):
        if cells and cells + cells_of_it > MOST_CELLS:
            yield first, record
            first, cells = record, 0
        cells += cells_of_it
    if cells:
        yield first, len(counts)
