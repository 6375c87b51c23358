"""Records proposed by an index, their terms held one after the other, so that all are looked through at once."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Numbers = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float64]


class Words(Protocol):
    """What the numbers of terms stand for; a term may have several. All numbers are below `size`."""

    size: int

    def codes(self, terms: Sequence[str]) -> Sequence[Numbers]:
        """Arrays of the terms' numbers, in their order, -1 where there is none: as many as a term may have."""
        ...

    def alike(self, codes: Numbers) -> Sequence[Numbers]:
        """As `codes`, for the terms that some numbers stand for, each term once."""
        ...

    def telling(self, codes: Numbers) -> npt.NDArray[np.bool_]:
        """Which numbers stand for words of three letters and more, and not for numbers."""
        ...

    def spelled(self, codes: Numbers) -> list[str]:
        """The terms with those numbers, in order."""
        ...


class Listed:
    """The terms of a few texts."""

    def __init__(self, terms: pa.Array) -> None:
        self.terms = terms
        self.size = len(terms)

    def codes(self, terms: Sequence[str]) -> Sequence[Numbers]:
        """Each term has one number."""
        return [pc.fill_null(pc.index_in(pa.array(terms, pa.string()), value_set=self.terms), -1).to_numpy()]

    def alike(self, codes: Numbers) -> Sequence[Numbers]:
        """Each term has one number."""
        return [codes]

    def telling(self, codes: Numbers) -> npt.NDArray[np.bool_]:
        """Looked at one by one."""
        return np.array([tells(word) for word in self.spelled(codes)], dtype=np.bool_)

    def spelled(self, codes: Numbers) -> list[str]:
        """The terms with those numbers."""
        return list(self.terms.take(pa.array(codes)).to_pylist())


class _Scratch(threading.local):
    """Room for a number of each term, all -1 between uses: making it for each search would take longer than the use."""

    def __init__(self) -> None:
        self.held = np.full(0, -1, dtype=np.int32)

    def room(self, size: int) -> npt.NDArray[np.int32]:
        if len(self.held) < size:
            self.held = np.full(size, -1, dtype=np.int32)
        return self.held


_scratch = _Scratch()


class Candidates:
    """Their BM25 scores and their terms in order; those of record `i` stand at the places from `starts[i]` to
    `starts[i + 1]` (end excluded). `records` has the record of each place."""

    def __init__(self, scores: Sequence[float], starts: Numbers, codes: Numbers, words: Words) -> None:
        """`codes`: the number of the term at each place, as `words` counts them."""
        self.scores: Shares = np.asarray(scores, dtype=np.float64)
        self.starts = starts
        self.lengths: Numbers = np.diff(starts)
        self.records: Numbers = np.repeat(np.arange(len(self.lengths)), self.lengths)
        self.words = words
        self._codes = codes

    @classmethod
    def of_texts(cls, scores: Sequence[float], texts: Sequence[str]) -> Candidates:
        """`texts`: for each record its terms, parted by single blanks."""
        parted = pc.split_pattern(pa.array(texts, pa.string()), " ")
        encoded = parted.flatten().dictionary_encode()
        starts = parted.offsets.to_numpy().astype(np.int64)
        return cls(scores, starts, encoded.indices.to_numpy(), Listed(encoded.dictionary))

    def __len__(self) -> int:
        return len(self.scores)

    def found(self, terms: Sequence[str]) -> tuple[Numbers, Numbers]:
        """The places where one of some terms stands, and which of them stands there."""
        return self._places(self.words.codes(terms))

    def often(self, chosen: Numbers) -> tuple[Numbers, Numbers]:
        """The terms of some records, each by one of its numbers, and a table: how often each record has each."""
        held = np.concatenate([self._codes[self.starts[at] : self.starts[at + 1]] for at in chosen.tolist()])
        held.sort()
        every = self.words.alike(held[np.flatnonzero(np.diff(held, prepend=-1))])
        terms = np.max(every, axis=0)
        places, which = self._places(every)
        cells = self.records[places] * len(terms) + which
        return terms, np.bincount(cells, minlength=len(self) * len(terms)).reshape(len(self), -1)

    def _places(self, every: Sequence[Numbers]) -> tuple[Numbers, Numbers]:
        """The places of terms that are named by all their numbers, and which of them stands there."""
        room = _scratch.room(self.words.size)
        for codes in every:
            there = np.flatnonzero(codes >= 0)
            room[codes[there]] = there
        which = room.take(self._codes)
        for codes in every:
            room[codes[codes >= 0]] = -1
        places = np.flatnonzero(which >= 0)
        return places, which[places].astype(np.int64)


def tells(word: str) -> bool:
    """True for a word of three letters and more that is no number."""
    return len(word) > 2 and word[0].isalnum() and not word.isdigit()
