"""The best candidates of an index scored again, part by part.

BM25 adds words up wherever they stand. A record that answers has nearly all telling words of the question (coverage),
has them together (closeness), and those that are neighbours in the question side by side. Each part is a share of the
best candidate's BM25 score, so that a score stays a BM25 score with bonuses, and a record beyond the candidates never
passes one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
import numpy as np

from probatum.acquire.ranking.asking import Unit
from probatum.acquire.ranking.candidates import Candidates, Numbers, Shares
from probatum.acquire.ranking.columns import Column

WORDS: Final = "words"
"""Name of the part that the index gives."""

MOST: Final = 100
"""Candidates that are scored again. Of 80, 100, 150, 200 and 300, SciFact has the best recall@100 with 100 (0.930); the
other measures do not tell them apart."""

COVERAGE: Final = 1.0
"""Bonus for all words of the question, as a share of the best BM25 score."""

CLOSENESS: Final = 0.2
"""Bonus for all words of the question within `WINDOW` terms of each other."""

NEIGHBOURS: Final = 0.15
"""Bonus for all neighbours in the question standing side by side in the record (as in Metzler and Croft 2005,
doi:10.1145/1076034.1076115)."""

WINDOW: Final = 30
"""Terms of about one or two sentences."""

BESIDE: Final = 2
"""Terms from a word to one that stands beside it: its root may stand between."""

MOST_CELLS: Final = 1_000_000
"""Matches times words of the question that are looked at together; bounds the memory."""


def rerank(asked: Sequence[Unit], candidates: Candidates) -> list[Column]:
    """The parts of the candidates' scores; a question without words leaves the BM25 score alone."""
    words = Column(WORDS, candidates.scores, lambda _: "BM25 of the question's words, their stems and roots")
    if not asked or not len(candidates):
        return [msgspec.structs.replace(words, why=lambda _: "")]
    best = float(candidates.scores.max())
    covered, close, beside = _looked_through(asked, candidates)
    return [
        words,
        Column("coverage", best * COVERAGE * covered, lambda at: f"{covered[at]:.0%} of what the question says"),
        Column("closeness", best * CLOSENESS * close, lambda at: f"{close[at]:.0%} of it within {WINDOW} words"),
        Column(
            "neighbours",
            best * NEIGHBOURS * beside,
            lambda at: f"{beside[at]:.0%} of its pairs of words stand side by side",
        ),
    ]


def _looked_through(asked: Sequence[Unit], candidates: Candidates) -> tuple[Shares, Shares, Shares]:
    """Of each candidate, as shares of the question: how much of it is there, the most within one window, and how much
    of its pairs of neighbours side by side."""
    covered, close, beside = (np.zeros(len(candidates)) for _ in range(3))
    terms = list(dict.fromkeys(term for unit in asked for term in unit.terms))
    places, which = candidates.found(terms)
    numbers = {term: number for number, term in enumerate(terms)}
    standing = np.zeros((len(terms), len(asked)))
    for at, unit in enumerate(asked):
        for term, (_, much) in unit.terms.items():
            standing[numbers[term], at] = much
    telling = np.array([unit.telling for unit in asked])
    pairs = np.sqrt(telling[:-1] * telling[1:])
    ends = np.searchsorted(places, candidates.starts)
    for first, last in _portions(np.diff(ends), len(asked)):
        here, there = places[ends[first] : ends[last]], standing[which[ends[first] : ends[last]]]
        of = candidates.records[here]
        new = np.diff(of, prepend=-1) > 0
        begins, row = np.flatnonzero(new), np.cumsum(new) - 1
        records = of[begins]
        most = np.maximum.reduceat(there, begins) * telling
        # The last place of each word up to each place: it counts while it is near enough, and in the same record
        stands, place = there > 0, here.astype(np.int32)
        latest = np.maximum.accumulate(np.where(stands, place[:, None], np.int32(-1)))
        begun = candidates.starts[of].astype(np.int32)
        inside = latest >= np.maximum(begun, place - WINDOW)[:, None]
        side = stands[:, 1:] & (latest[:, :-1] >= np.maximum(begun, place - BESIDE)[:, None])
        side &= latest[:, :-1] < place[:, None]
        covered[records] = most.sum(axis=1)
        close[records] = np.maximum.reduceat((inside * most[row]).sum(axis=1), begins)
        beside[records] = np.logical_or.reduceat(side, begins) @ pairs
    return covered / telling.sum(), close / telling.sum(), beside / max(float(pairs.sum()), 1e-9)


def _portions(counts: Numbers, width: int) -> Iterator[tuple[int, int]]:
    """Runs of records (the last excluded) with so many matches that a table of them is not too large."""
    first, cells = 0, 0
    for record, further in enumerate((counts * width).tolist()):
        if cells and cells + further > MOST_CELLS:
            yield first, record
            first, cells = record, 0
        cells += further
    if cells:
        yield first, len(counts)
