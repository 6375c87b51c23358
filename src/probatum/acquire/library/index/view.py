"""What an index holds at one state of the library: its segments, and of each the records that are current."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from probatum.acquire.library.index.segment import Numbers, Segment, hashed

GONE: Final = np.uint64(2**64 - 1)
"""Stands for the row of a record that is no longer in the library."""

K1, B = 1.2, 0.75
"""How soon a term's repetitions say no more, and how much a long text counts against it."""

Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.uint64]


class Leaf:
    """A segment, in which row of the table each of its records lies (`GONE`: in none), and the name of its file, empty
    when it is held in memory alone."""

    def __init__(self, segment: Segment, rows: Rows, name: str = "") -> None:
        self.segment = segment
        self.name = name
        self.rows = rows
        self.live: Mask = rows != GONE
        self.count = int(self.live.sum())
        self.whole = self.count == len(segment)
        """True when no record of it is gone."""

    def having(self, places: Numbers) -> Numbers:
        """How many current records have each of some terms; none have one at -1."""
        ends = self.segment.ends
        if not len(ends):
            return np.zeros(len(places), dtype=np.int64)
        if self.whole:
            counts = ends[places] - np.where(places > 0, ends[places - 1], 0)
            return np.where(places >= 0, counts, 0)
        records = self.segment.records
        runs = [self.segment.pairs(place) if place >= 0 else slice(0, 0) for place in places.tolist()]
        return np.array([int(self.live[records[run]].sum()) for run in runs], dtype=np.int64)


class View:
    """Segments, at one version of the table of records; `table` stands at that version, so that rows are those of the
    view whatever is written meanwhile."""

    def __init__(self, version: str, leaves: Sequence[Leaf], table: Any = None) -> None:
        """`version`: which state of which table (see `table_state`)."""
        self.version = version
        self.table = table
        self.leaves = tuple(leaves)
        self.count = sum(leaf.count for leaf in leaves)

    @cached_property
    def average(self) -> float:
        """Terms of a current record."""
        total = sum(int(leaf.segment.lengths[leaf.live].sum()) for leaf in self.leaves)
        return total / self.count if self.count else 1.0

    @cached_property
    def norms(self) -> list[npt.NDArray[np.float32]]:
        """For each segment what the length of its records comes to in BM25."""
        share = B / (self.average or 1.0)
        return [(K1 * (1 - B + share * leaf.segment.lengths)).astype(np.float32) for leaf in self.leaves]

    @cached_property
    def marks(self) -> tuple[npt.NDArray[np.uint64], Numbers]:
        """The marks of all records that were ever in the segments, ascending, and where each record stands."""
        marks = np.concatenate([leaf.segment.mark for leaf in self.leaves] or [np.zeros(0, np.uint64)])
        order = np.argsort(marks, kind="stable")
        return marks[order], order

    def numbers(self, marks: npt.NDArray[np.uint64]) -> Numbers:
        """Where records stand in all segments one after the other, by their marks; -1 for those that are in none."""
        known, order = self.marks
        if not len(known):
            return np.full(len(marks), -1, dtype=np.int64)
        at = np.minimum(np.searchsorted(known, marks), len(known) - 1)
        return np.where(known[at] == marks, order[at], -1)

    @cached_property
    def firsts(self) -> Numbers:
        """Where the records of each segment begin."""
        return np.cumsum([0, *(len(leaf.segment) for leaf in self.leaves)])

    @cached_property
    def words(self) -> Words:
        """The terms of all segments."""
        return Words(self)

    def texts(self, places: Sequence[tuple[int, int]]) -> tuple[Numbers, Numbers]:
        """The terms of some records (segment and number), one record after the other, as codes of `words`, and where
        each record begins; one more start is the end."""
        held, ends = [np.zeros(0, dtype=np.int32)], [0]
        for leaf, number in places:
            segment = self.leaves[leaf].segment
            first, last = segment.starts[number : number + 2].tolist()
            held.append(segment.sequence[first:last])
            ends.append(ends[-1] + last - first)
        starts = np.array(ends, dtype=np.int64)
        codes: Numbers = np.concatenate(held)
        if len(self.leaves) > 1:
            firsts = self.words.firsts[[leaf for leaf, _ in places]]
            codes = codes + np.repeat(firsts, np.diff(starts))
        return codes, starts


class Words:
    """The terms of a view by number: those of one segment after those of another, so a term has as many numbers as
    segments have it."""

    def __init__(self, view: View) -> None:
        self.segments = [leaf.segment for leaf in view.leaves]
        self.firsts = np.cumsum([0, *(len(segment.terms) for segment in self.segments)])
        self.size = int(self.firsts[-1])

    def codes(self, terms: Sequence[str]) -> list[Numbers]:
        """For each segment the numbers of terms, -1 for those that it has not."""
        return self._of_hashes(np.array([hashed(term) for term in terms], dtype=np.uint64))

    def _of_hashes(self, hashes: npt.NDArray[np.uint64]) -> list[Numbers]:
        found = []
        for segment, first in zip(self.segments, self.firsts.tolist(), strict=False):
            places = segment.places(hashes)
            found.append(np.where(places >= 0, places + first, -1))
        return found

    def alike(self, codes: Numbers) -> list[Numbers]:
        """As `codes`, for the terms that some numbers stand for, each term once."""
        if len(self.segments) == 1:
            return [codes]
        hashes = np.zeros(len(codes), dtype=np.uint64)
        for leaf, own in self._by_segment(codes):
            hashes[own] = self.segments[leaf].terms[codes[own] - int(self.firsts[leaf])]
        return self._of_hashes(np.unique(hashes))

    def telling(self, codes: Numbers) -> npt.NDArray[np.bool_]:
        """Which numbers stand for words of three letters and more, and not for numbers."""
        told = np.zeros(len(codes), dtype=np.bool_)
        for leaf, own in self._by_segment(codes):
            told[own] = self.segments[leaf].held["telling"][codes[own] - int(self.firsts[leaf])]
        return told

    def spelled(self, codes: Numbers) -> list[str]:
        """The terms with those numbers."""
        words = [""] * len(codes)
        for leaf, own in self._by_segment(codes):
            found = self.segments[leaf].words(codes[own] - int(self.firsts[leaf]))
            for at, word in zip(own.tolist(), found, strict=True):
                words[at] = word
        return words

    def _by_segment(self, codes: Numbers) -> Iterator[tuple[int, Numbers]]:
        """Each segment with the places of the numbers that are its terms."""
        if len(self.segments) == 1:
            yield 0, np.arange(len(codes))
            return
        leaves = np.searchsorted(self.firsts, codes, side="right") - 1
        for leaf in np.unique(leaves).tolist():
            yield leaf, np.flatnonzero(leaves == leaf)
