"""Reading records ahead, so that answers need not: what `library add --appraise` does after adding, and the command
line with the starter records behind its first answer.

Records go to processes of their own and come back as readings, which are kept a batch at a time: what is interrupted is
gone on with by the next call.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from probatum.model import Record

if TYPE_CHECKING:
    from probatum.acquire.library import Library

BATCH: Final = 200
"""Records read and kept together."""
WORTH_PROCESSES: Final = 400
"""Records from which on other processes are begun, which take a second to start."""

Packed = tuple[str, bytes]
"""Id of a record and its reading."""


def read_ahead(
    library: Library,
    workers: int | str,
    on_batch: Callable[[int], None] = lambda _: None,
    records: Iterable[Record] | None = None,
) -> int:
    """Read every current record, or every one of these, that has no reading by today's rules; how many were read.

    `workers` is a number of processes or `ray`, for which this machine's cores are taken. `on_batch` gets the running
    total. Raises ProbatumError P303 when another process is writing, P304 when the library cannot be written.
    """
    from probatum.appraise import keeping

    reader, done = keeping.reader(), 0
    batches = _batches(library.readings.lacking(library.records() if records is None else records, reader))
    for records, readings in _read(batches, workers if isinstance(workers, int) else os.cpu_count() or 1):
        named = dict(readings)
        done += library.readings.keep(((r, named[r.id]) for r in records), reader)
        on_batch(done)
    return done


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    waiting = iter(records)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def _read(batches: Iterator[list[Record]], workers: int) -> Iterator[tuple[list[Record], list[Packed]]]:
    """Batches with their readings, in order; a few batches are ahead."""
    first = list(islice(batches, WORTH_PROCESSES // BATCH))
    if workers < 2 or len(first) < WORTH_PROCESSES // BATCH:
        for batch in (*first, *batches):
            yield batch, readings(batch)
        return
    import multiprocessing
    from concurrent.futures import Future, ProcessPoolExecutor

    from probatum.acquire.library.rows import pack

    waiting: deque[tuple[list[Record], Future[list[Packed]]]] = deque()
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        for batch in (*first, *batches):
            waiting.append((batch, pool.submit(_of_packed, [pack(record) for record in batch])))
            if len(waiting) > 2 * workers:
                ready, future = waiting.popleft()
                yield ready, future.result()
        for ready, future in waiting:
            yield ready, future.result()


def readings(records: Iterable[Record]) -> list[Packed]:
    """The readings of records."""
    from probatum import appraise
    from probatum.appraise import keeping

    return [(record.id, keeping.pack(appraise.read(record))) for record in records]


def _of_packed(stored: list[bytes]) -> list[Packed]:
    """In another process."""
    from probatum.acquire.library.rows import unpack

    return readings(unpack(data) for data in stored)
