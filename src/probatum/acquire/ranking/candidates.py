"""Records proposed by an index, their terms held one after the other, so that all are looked through at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Numbers = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float64]


class Candidates:
    """Their BM25 scores and their terms in order; those of record `i` stand at the places from `starts[i]` to
    `starts[i + 1]` (end excluded)."""

    def __init__(self, scores: Sequence[float], texts: Sequence[str]) -> None:
        """`texts`: for each record its terms, parted by single blanks."""
        self.scores: Shares = np.asarray(scores, dtype=np.float64)
        parted = pc.split_pattern(pa.array(texts, pa.string()), " ")
        self.starts: Numbers = parted.offsets.to_numpy().astype(np.int64)
        self._terms: pa.Array = parted.flatten()

    def __len__(self) -> int:
        return len(self.scores)

    @property
    def lengths(self) -> Numbers:
        """Terms of each record."""
        return np.diff(self.starts)

    def records_of(self, places: Numbers) -> Numbers:
        """The records in which places lie."""
        return np.searchsorted(self.starts, places, side="right") - 1

    def found(self, terms: Iterable[str]) -> tuple[Numbers, Numbers]:
        """The places where one of some terms stands, and which of them stands there."""
        which = pc.index_in(self._terms, value_set=pa.array(terms, pa.string()))
        places = np.flatnonzero(which.is_valid().to_numpy(zero_copy_only=False))
        return places, which.drop_null().to_numpy().astype(np.int64)

    def terms_of(self, records: Numbers) -> list[str]:
        """The terms of some records, each once."""
        held = [self._terms.slice(self.starts[at], self.starts[at + 1] - self.starts[at]) for at in records.tolist()]
        return list(dict.fromkeys(term for of_one in held for term in of_one.to_pylist()))
