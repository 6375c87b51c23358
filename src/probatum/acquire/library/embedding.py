"""Embedding: vectors for the records that have none yet, batch by batch, each on disk before it is reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

import msgspec
import pyarrow as pa

from probatum.acquire.library.passages import passages
from probatum.acquire.library.rows import unpack
from probatum.acquire.library.store import Store
from probatum.acquire.library.vectors import MadeBy, Vectors, distinct
from probatum.errors import ProbatumError

if TYPE_CHECKING:
    from probatum.acquire.vectors import Encoder

BATCH: Final = 256
"""Records of one commit."""


class Embedded(msgspec.Struct, frozen=True):
    """What an `embed` did so far. All of it is on disk."""

    made: int = 0
    """Records that got vectors."""
    kept: int = 0
    """Records that had them."""
    removed: int = 0
    """Versions that are no longer current, whose vectors were removed."""
    missing: int = 0
    """Records still without."""


OnBatch = Callable[[Embedded], None]


def lacking(store: Store) -> int:
    """Records without vectors of their present version."""
    import numpy as np

    current = distinct(batch.column("mark") for batch in store.batches(("mark",)))
    return len(np.setdiff1d(current, store.vectors.marks(), assume_unique=True))


def embed(store: Store, encoder: Encoder, *, anew: bool = False, on_batch: OnBatch | None = None) -> Embedded:
    """Give every current record its vectors. The caller holds the library for writing.

    Gone on with where it was broken off. Raises ProbatumError P362 when another encoder made those there are, unless
    they are to be made `anew`; P364 when the encoder gives something other than vectors.
    """
    import numpy as np

    vectors, made_by = store.vectors, MadeBy.of(encoder)
    there = None if anew else vectors.made_by
    if there is None:
        vectors.create(made_by)
    elif (there.fingerprint, there.dimension) != (made_by.fingerprint, made_by.dimension):
        raise ProbatumError("P362", stored=there.name, asked=made_by.name)
    current = distinct(batch.column("mark") for batch in store.batches(("mark",)))
    known = vectors.marks()
    stale = np.setdiff1d(known, current, assume_unique=True)
    vectors.drop(map(int, stale))
    missing = set(map(int, np.setdiff1d(current, known, assume_unique=True)))
    done = Embedded(kept=len(current) - len(missing), removed=len(stale), missing=len(missing))
    for rows in _batches(store, missing):
        _write(vectors, encoder, rows)
        done = msgspec.structs.replace(done, made=done.made + len(rows), missing=done.missing - len(rows))
        if on_batch is not None:
            on_batch(done)
    vectors.optimise()
    return done


def _batches(store: Store, missing: set[int]) -> Iterator[list[dict[str, Any]]]:
    """Id, mark and record of those whose mark is missing."""
    if not missing:
        return
    waiting: list[dict[str, Any]] = []
    for batch in store.batches(("id", "mark", "record")):
        waiting += batch.filter(pa.array(mark in missing for mark in batch.column("mark").to_pylist())).to_pylist()
        while len(waiting) >= BATCH:
            yield waiting[:BATCH]
            waiting = waiting[BATCH:]
    if waiting:
        yield waiting


def _write(vectors: Vectors, encoder: Encoder, rows: list[dict[str, Any]]) -> None:
    texts: list[str] = []
    owners: list[dict[str, Any]] = []
    for row in rows:
        own = passages(unpack(row["record"]))
        texts += own
        owners += [row] * len(own)
    made = encoder.encode(texts)
    if made.shape != (len(texts), encoder.dimension):
        raise ProbatumError("P364", encoder=encoder.name, found=made.shape, wanted=(len(texts), encoder.dimension))
    vectors.append([row["id"] for row in owners], [row["mark"] for row in owners], made)
