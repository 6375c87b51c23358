"""What a piece of work tells while it is done, for somebody who waits at a page.

The work goes on in a thread of its own: whoever closes the page still finds the answer among their questions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import Final, Generic, TypeVar

from django.db import connections

Made = TypeVar("Made")
_POOL: Final = ThreadPoolExecutor(8, thread_name_prefix="answering")
"""As many as the server has threads: each may wait for one piece of work."""


class Underway(Generic[Made]):
    """Work that has begun. Go through it to hear its steps until it ends; then `made` is what came of it."""

    def __init__(self, work: Callable[[Callable[[str], None]], Made]) -> None:
        self._said: SimpleQueue[str | None] = SimpleQueue()
        self._future: Future[Made] = _POOL.submit(self._run, work)
        self._future.add_done_callback(lambda done: self._said.put(None))

    def _run(self, work: Callable[[Callable[[str], None]], Made]) -> Made:
        try:
            return work(self._said.put)
        finally:
            connections.close_all()

    def __iter__(self) -> Iterator[str]:
        while (words := self._said.get()) is not None:
            yield words

    @property
    def made(self) -> Made:
        """What came of it. Raises what the work raised."""
        return self._future.result()
