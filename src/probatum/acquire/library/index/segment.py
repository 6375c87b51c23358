"""A segment: some records, the places where each term stands in them, and their terms in order.

Terms go by 64 bits of a hash: a library has a few million of them, so that two share one in a million libraries. The
spelling is kept beside it, for what is told to a reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from probatum.acquire.library.index import arrays
from probatum.acquire.library.index.arrays import Array
from probatum.acquire.library.query import TERMS
from probatum.acquire.ranking.candidates import tells
from probatum.text.expressions import expression

Numbers = npt.NDArray[np.int64]

LABELS: Final = ("kind", "status", "design")
"""Columns of words, each kept as a number that stands for it."""

COLUMNS: Final = ("id", "mark", *LABELS, "year", "date", "record", TERMS)
"""What a segment is made from."""

TEXTS: Final = {"ids": "id_ends", "stored": "stored_ends", "words": "word_ends"}
"""Arrays of texts, one after the other, and those that say where each ends."""

NO_YEAR: Final = -(2**15)
_DATE: Final = expression(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def digest(term: str) -> int:
    """The number that a term goes by."""
    return int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "little")


hashed = lru_cache(maxsize=65_536)(digest)
"""The same for the terms of searches, which come again."""


def day(date: str) -> int:
    """A date as a number that orders as its text does: a year or month alone comes before its days, no date first."""
    found = _DATE.match(date)
    return int(found[1]) * 10_000 + int(found[2] or 0) * 100 + int(found[3] or 0) if found else 0


class Segment:
    """Arrays, by name. Of `T` terms, `P` pairs of term and record, `N` records, `L` terms in all their texts:

    `terms` (T, ascending) hashes; `words`, `word_ends` (T) their spellings; `telling` (T) which are words (see
    `ranking.candidates.tells`); `ends` (T) where the pairs of each end in
    `records` (P, ascending for each term) and `often` (P); `sequence` (L) the terms of all texts, as places in `terms`;
    `starts` (N + 1) where each text begins; `ids`, `id_ends` (N); the records as stored, `stored`, `stored_ends` (N);
    `mark`, `year`, `day` (N), and for each of `LABELS` a column (N) of places in `labels`.
    """

    def __init__(self, about: dict[str, Any], held: dict[str, Array]) -> None:
        self.labels: dict[str, list[str]] = about["labels"]
        self.held = held
        self.terms = held["terms"]
        self.ends = held["ends"]
        self.records = held["records"]
        self.often = held["often"]
        self.sequence = held["sequence"]
        self.starts = held["starts"]
        self.mark = held["mark"]
        self.lengths: Numbers = np.diff(self.starts)

    def __len__(self) -> int:
        return len(self.mark)

    @classmethod
    def open(cls, path: Path) -> Segment:
        """Raises FileNotFoundError, and `arrays.UnreadableError` for a damaged file."""
        return cls(*arrays.read(path))

    def write(self, path: Path) -> None:
        """Write it to a file. Raises OSError."""
        arrays.write(path, {"labels": self.labels}, self.held)

    def places(self, hashes: Array) -> Numbers:
        """Where terms stand in `terms`, -1 for those that no record has."""
        if not len(self.terms):
            return np.full(len(hashes), -1, dtype=np.int64)
        at = np.minimum(np.searchsorted(self.terms, hashes), len(self.terms) - 1)
        return np.where(self.terms[at] == hashes, at, -1)

    def pairs(self, place: int) -> slice:
        """Which of `records` and `often` belong to a term."""
        return slice(int(self.ends[place - 1]) if place else 0, int(self.ends[place]))

    def words(self, places: Numbers) -> list[str]:
        """The spellings of terms."""
        return self._texts("words", places)

    def ids(self, numbers: Numbers) -> list[str]:
        """The ids of records."""
        return self._texts("ids", numbers)

    def _texts(self, name: str, places: Numbers) -> list[str]:
        ends = self.held[TEXTS[name]]
        begins = np.where(places > 0, ends[places - 1], 0)
        letters = self.held[name].data
        return [str(letters[a:b], "utf-8") for a, b in zip(begins.tolist(), ends[places].tolist(), strict=True)]

    def stored(self, number: int) -> bytes:
        """A record in the form it is stored in."""
        ends = self.held["stored_ends"]
        return bytes(self.held["stored"][int(ends[number - 1]) if number else 0 : int(ends[number])])

    def label(self, column: str, number: int) -> str:
        """What a record has in a column of labels."""
        return self.labels[column][int(self.held[column][number])]

    def having(self, column: str, wanted: Iterable[str]) -> npt.NDArray[np.bool_]:
        """Which records have one of some labels."""
        chosen = set(wanted)
        passes = np.array([label in chosen for label in self.labels[column]] or [False])
        return passes[self.held[column]]


def made(rows: pa.Table) -> Segment:
    """The segment of some rows with the columns `COLUMNS`."""
    lists = pc.split_pattern(pc.fill_null(rows[TERMS], "").combine_chunks(), " ")
    encoded = lists.flatten().dictionary_encode()
    spelled: list[str] = encoded.dictionary.to_pylist()
    starts = lists.offsets.to_numpy().astype(np.int64)
    tokens = encoded.indices.to_numpy()
    if "" in spelled:
        tokens, starts = _without(tokens, starts, spelled.index(""))
    digests = np.array([digest(word) for word in spelled], dtype=np.uint64)
    known = {number: word for number, word in zip(digests.tolist(), spelled, strict=True) if word}
    hashes = np.sort(np.fromiter(known, dtype=np.uint64, count=len(known)))
    order = np.searchsorted(hashes, digests)
    sequence = order[tokens].astype(np.int32)
    records, often, ends = _pairs(sequence, starts, len(hashes))
    held: dict[str, Array] = {
        "terms": hashes, "ends": ends, "records": records, "often": often, "sequence": sequence, "starts": starts,
        "mark": rows["mark"].to_numpy(),
        "year": pc.fill_null(rows["year"], NO_YEAR).to_numpy().clip(NO_YEAR, 2**15 - 1).astype(np.int16),
        "day": np.array([day(date) for date in rows["date"].to_pylist()], dtype=np.int32),
    }  # fmt: skip
    words = [known[number] for number in hashes.tolist()]
    held["words"], held["word_ends"] = _letters(words)
    held["telling"] = np.array([tells(word) for word in words], dtype=np.bool_)
    held["ids"], held["id_ends"] = _letters(rows["id"].to_pylist())
    held["stored"], held["stored_ends"] = _joined(rows["record"].to_pylist())
    labels: dict[str, list[str]] = {}
    for column in LABELS:
        coded = rows[column].combine_chunks().dictionary_encode()
        labels[column] = coded.dictionary.to_pylist()
        held[column] = coded.indices.to_numpy().astype(np.uint16)
    return Segment({"labels": labels}, held)


def _without(tokens: Array, starts: Numbers, nothing: int) -> tuple[Array, Numbers]:
    """The tokens and starts without an empty term, which blanks at the ends of a text make."""
    kept = tokens != nothing
    before = np.concatenate([[0], np.cumsum(kept)])
    return tokens[kept], before[starts]


def _pairs(sequence: Array, starts: Numbers, terms: int) -> tuple[Array, Array, Numbers]:
    """For each term the records that have it, how often, and where the term's pairs end."""
    size = max(1, len(starts) - 1)
    keys = sequence.astype(np.int64) * size + np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    keys.sort()
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    often = narrow(np.diff(first, append=len(keys)))
    told = keys[first]
    return (told % size).astype(np.int32), often, np.searchsorted(told, np.arange(1, terms + 1) * size)


def narrow(counts: Array) -> Array:
    """Counts in as few bytes as they need."""
    most = int(counts.max()) if len(counts) else 0
    return counts.astype(np.uint8 if most < 2**8 else np.uint16 if most < 2**16 else np.uint32)


def _letters(texts: Sequence[str]) -> tuple[Array, Numbers]:
    return _joined([text.encode() for text in texts])


def _joined(encoded: Sequence[bytes]) -> tuple[Array, Numbers]:
    ends = np.cumsum(np.fromiter(map(len, encoded), dtype=np.int64, count=len(encoded)))
    return np.frombuffer(b"".join(encoded), dtype=np.uint8), ends
