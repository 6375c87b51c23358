"""Records proposed by an index, their terms held one after the other, so that all are looked through at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Numbers = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float64]


class Words(Protocol):
    """What the numbers of terms stand for; a term may have several."""

    size: int

    def codes(self, terms: Sequence[str]) -> Sequence[Numbers]:
        """Arrays of the terms' numbers, in their order, -1 where there is none: as many as a term may have."""
        ...

    def spelled(self, codes: Numbers) -> list[str]:
        """The terms with those numbers, in any order."""
        ...


class Listed:
    """The terms of a few texts."""

    def __init__(self, terms: pa.Array) -> None:
        self.terms = terms
        self.size = len(terms)

    def codes(self, terms: Sequence[str]) -> Sequence[Numbers]:
        """Each term has one number."""
        return [pc.fill_null(pc.index_in(pa.array(terms, pa.string()), value_set=self.terms), -1).to_numpy()]

    def spelled(self, codes: Numbers) -> list[str]:
        """The terms with those numbers."""
        return list(self.terms.take(pa.array(codes)).to_pylist())


class Candidates:
    """Their BM25 scores and their terms in order, as numbers; those of record `i` stand at the places from `starts[i]`
    to `starts[i + 1]` (end excluded)."""

    def __init__(self, scores: Sequence[float], starts: Numbers, codes: Numbers, words: Words) -> None:
        self.scores: Shares = np.asarray(scores, dtype=np.float64)
        self.starts = starts
        self._codes = codes
        self._words = words

    @classmethod
    def of_texts(cls, scores: Sequence[float], texts: Sequence[str]) -> Candidates:
        """`texts`: for each record its terms, parted by single blanks."""
        parted = pc.split_pattern(pa.array(texts, pa.string()), " ")
        encoded = parted.flatten().dictionary_encode()
        starts = parted.offsets.to_numpy().astype(np.int64)
        return cls(scores, starts, encoded.indices.to_numpy(), Listed(encoded.dictionary))

    def __len__(self) -> int:
        return len(self.scores)

    @property
    def lengths(self) -> Numbers:
        """Terms of each record."""
        return np.diff(self.starts)

    def records_of(self, places: Numbers) -> Numbers:
        """The records in which places lie."""
        return np.searchsorted(self.starts, places, side="right") - 1

    def found(self, terms: Sequence[str]) -> tuple[Numbers, Numbers]:
        """The places where one of some terms stands, and which of them stands there."""
        numbers = np.full(self._words.size, -1, dtype=np.int32)
        for codes in self._words.codes(terms):
            numbers[codes[codes >= 0]] = np.flatnonzero(codes >= 0)
        which = numbers[self._codes]
        places = np.flatnonzero(which >= 0)
        return places, which[places].astype(np.int64)

    def terms_of(self, records: Numbers) -> list[str]:
        """The terms of some records, each once, in alphabetical order."""
        held = [self._codes[self.starts[at] : self.starts[at + 1]] for at in records.tolist()]
        return sorted(set(self._words.spelled(np.unique(np.concatenate(held)))))
