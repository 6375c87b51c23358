"""Records proposed by an index, their terms held as numbers, so that all are looked through at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Numbers = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float64]


class Candidates:
    """Their BM25 scores and their terms in order.

    `terms` holds the terms of all records one after the other, as numbers of `names`; those of record `i` are
    `starts[i]` to `starts[i + 1]` (end excluded).
    """

    def __init__(self, scores: Sequence[float], texts: Sequence[str]) -> None:
        """`texts`: for each record its terms, parted by single blanks."""
        self.scores: Shares = np.asarray(scores, dtype=np.float64)
        lists = pc.split_pattern(pa.array(texts, pa.large_string()), " ")
        coded = lists.flatten().dictionary_encode()
        self.starts: Numbers = lists.offsets.to_numpy().astype(np.int64)
        self.terms: Numbers = coded.indices.to_numpy().astype(np.int64)
        self.names: pa.Array = coded.dictionary

    def __len__(self) -> int:
        return len(self.scores)

    def numbers(self, terms: Iterable[str]) -> dict[str, int]:
        """The numbers of those of some terms that stand in a record."""
        listed = list(terms)
        places = pc.index_in(pa.array(listed, self.names.type), value_set=self.names).to_pylist()
        return {term: place for term, place in zip(listed, places, strict=True) if place is not None}

    def records_of(self, places: Numbers) -> Numbers:
        """The records in which places of `terms` lie."""
        return np.searchsorted(self.starts, places, side="right") - 1

    def held(self) -> tuple[Numbers, Numbers]:
        """Each term that a record has, once a record: the records, and the numbers of the terms."""
        size = max(len(self.names), 1)
        records = np.repeat(np.arange(len(self)), np.diff(self.starts))
        pairs = np.unique(records * size + self.terms)
        return pairs // size, pairs % size
