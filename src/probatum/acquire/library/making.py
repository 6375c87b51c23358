"""Making rows of records, here or in other processes.

Reading the design of a study takes longer than parsing its record; one process beside the reading one doubles the pace
on two cores. Processes are spawned, never forked: the database engine runs threads.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Final

import msgspec
import pyarrow as pa

from probatum.acquire.library.rows import Description, row, table
from probatum.acquire.matching import keys
from probatum.model import Record

Describe = Callable[[Record], Description]

WORTH_A_PROCESS: Final = 2
"""The batch from which on another process, which takes a second to start, is worth it."""

PER_WORKER: Final = 2
"""Batches a worker has before it; with that many, the next is made here, so that neither side waits for the other."""

KEYED: Final = "keyed"

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(list[Record])


def make(records: Iterable[Record], describe: Describe | None) -> pa.Table:
    """The rows of some records, in their order, and under `KEYED` the keys under which copies meet."""
    listed = list(records)
    rows = table(row(record, describe(record) if describe else None) for record in listed)
    return rows.append_column(KEYED, pa.array([keys(record) for record in listed], pa.list_(pa.int64())))


def keyed(rows: pa.Table) -> tuple[pa.Table, dict[str, list[int]]]:
    """The rows as they are stored, and the keys of each by its id."""
    told = dict(zip(rows["id"].to_pylist(), rows[KEYED].to_pylist(), strict=True))
    return rows.drop_columns([KEYED]), told


class Maker:
    """Makes rows, from the second batch on in `workers` other processes too.

    `describe` must then be a function at the top of a module, and the calling script must guard its main part with
    `if __name__ == "__main__"`, as for every spawned process.
    """

    def __init__(self, describe: Describe | None, workers: int) -> None:
        self.describe = describe
        self.workers = workers
        self.batches = 0
        self.pool: ProcessPoolExecutor | None = None
        self.waiting: list[Future[bytes]] = []

    def __enter__(self) -> Maker:
        return self

    def __exit__(self, *_: object) -> None:
        if self.pool is not None:
            self.pool.shutdown(cancel_futures=True)

    def rows(self, records: list[Record]) -> Callable[[], pa.Table]:
        """Begin making the rows of a batch; call what comes back to wait for them."""
        self.batches += 1
        self.waiting = [begun for begun in self.waiting if not begun.done()]
        busy = self.batches < WORTH_A_PROCESS or len(self.waiting) >= PER_WORKER * self.workers
        if self.describe is None or busy:
            made = make(records, self.describe)
            return lambda: made
        if self.pool is None:
            spawn = multiprocessing.get_context("spawn")
            self.pool = ProcessPoolExecutor(self.workers, mp_context=spawn, initializer=settle)
        with deaf():  # the first batch starts the workers
            begun = self.pool.submit(_make_apart, _encoder.encode(records), self.describe)
        self.waiting.append(begun)
        return lambda: from_bytes(begun.result())


@contextmanager
def deaf() -> Iterator[None]:
    """Ctrl-C waits meanwhile, also in processes started here, which it would otherwise end before they have settled."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def settle() -> None:
    """In a worker: leave Ctrl-C to the parent, and end when the parent ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.join,), daemon=True).start()


def _end_with(wait: Callable[[], None]) -> None:
    wait()
    os._exit(0)


def _make_apart(encoded: bytes, describe: Describe) -> bytes:
    return to_bytes(make(_decoder.decode(encoded), describe))


def to_bytes(rows: pa.Table) -> bytes:
    """Rows as an Arrow stream, to be passed between processes."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, rows.schema) as stream:
        stream.write_table(rows)
    return bytes(sink.getvalue())


def from_bytes(data: bytes) -> pa.Table:
    """Rows from an Arrow stream."""
    return pa.ipc.open_stream(data).read_all()
