"""Reading files in other processes of this machine, in order, a bounded number of portions ahead.

Processes are spawned, never forked: the database engine runs threads.
"""

from __future__ import annotations

import multiprocessing
import queue
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Final

from probatum.acquire.filling.portions import Source, portions
from probatum.acquire.library.making import Describe, deaf, settle
from probatum.errors import ProbatumError

AHEAD: Final = 8
"""Portions of a file that may wait here while another file is written: 20,000 records, some 100 MB at most."""

_END: Final = b""


class Worker:
    """A process that reads one file after the other; its portions wait in a queue here."""

    def __init__(self, describe: Describe | None) -> None:
        spawn = multiprocessing.get_context("spawn")
        self.pipe, theirs = spawn.Pipe()
        self.process: BaseProcess = spawn.Process(target=_work, args=(theirs, describe), daemon=True)
        self.ready: queue.Queue[bytes | None] = queue.Queue(AHEAD)
        self.stopped = threading.Event()
        with deaf():
            self.process.start()
        theirs.close()
        self.reader = threading.Thread(target=self._receive, daemon=True)
        self.reader.start()

    def begin(self, source: Source) -> None:
        """Begin reading a file. A process that died is found out by `portions`."""
        with suppress(OSError):
            self.pipe.send(source)

    def _receive(self) -> None:
        try:
            while True:
                self._hand_on(self.pipe.recv_bytes())
        except (EOFError, OSError):
            self._hand_on(None)

    def _hand_on(self, data: bytes | None) -> None:
        while not self.stopped.is_set():
            try:
                self.ready.put(data, timeout=0.2)
            except queue.Full:
                continue
            return

    def portions(self, path: str) -> Iterator[bytes]:
        """The portions of the file begun. Raises ProbatumError P340 when the process died."""
        while (data := self.ready.get()) != _END:
            if data is None:
                self.process.join(1)
                raise ProbatumError("P340", path=path, status=self.process.exitcode)
            yield data

    def close(self) -> None:
        """End the process."""
        self.stopped.set()
        self.process.terminate()
        self.process.join(5)
        self.pipe.close()


class Processes:
    """Reads files in `workers` processes. Use it as a context."""

    def __init__(self, workers: int, describe: Describe | None) -> None:
        self.workers = [Worker(describe) for _ in range(workers)]

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for worker in self.workers:
            worker.close()

    def read(self, sources: Sequence[Source]) -> Iterator[tuple[int, bytes]]:
        """Portions with the number of their file, in the order of the files."""
        count = len(self.workers)
        for number, source in enumerate(sources[:count]):
            self.workers[number].begin(source)
        for number, source in enumerate(sources):
            worker = self.workers[number % count]
            for portion in worker.portions(_name(source)):
                yield number, portion
            if number + count < len(sources):
                worker.begin(sources[number + count])


def _name(source: Source) -> str:
    return getattr(source, "path", "") or getattr(source, "origin", "")


def _work(pipe: Connection, describe: Describe | None) -> None:
    """In a worker: read each file that is sent, send its portions, then nothing to mark the end."""
    settle()
    while True:
        try:
            source = pipe.recv()
            for portion in portions(source, describe):
                pipe.send_bytes(portion)
            pipe.send_bytes(_END)
        except (EOFError, OSError):
            return
