"""Reading files on a Ray cluster that exists already, in order, a bounded number of portions ahead.

The files must lie where every machine of the cluster sees them under the same path, and Probatum must be installed
there. Only reading is spread: one process, this one, writes.

Ray asks for a token wherever `ray start` found one, but shows it to a named address only when RAY_AUTH_MODE says so
(`ray._private.worker.init`, 2.60), lest it go astray; that choice is left to whoever runs this.
"""

from __future__ import annotations

import os
import socket
from collections import deque
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any, Final

from probatum.acquire.filling.portions import Source, portions
from probatum.acquire.library.making import Describe
from probatum.errors import ProbatumError

AHEAD: Final = 8
"""Portions of one file that may wait on the cluster."""

KNOCK: Final = 5.0
"""Seconds a cluster has to answer."""

ADDRESS: Final = "RAY_ADDRESS"


class Cluster:
    """Reads files on the cluster named by RAY_ADDRESS, else on the one this process or machine belongs to.

    Raises ProbatumError P341 when the extra is not installed, P342 when there is no cluster.
    """

    def __init__(self, describe: Describe | None) -> None:
        try:
            import ray
        except ModuleNotFoundError as error:
            raise ProbatumError("P341") from error
        self.ray: Any = ray
        self.describe = describe
        self.own = not ray.is_initialized()
        if self.own:
            address = os.environ.get(ADDRESS, "auto")
            try:
                _knock(address)
                ray.init(address=address, log_to_driver=False, configure_logging=False)
            except (OSError, ValueError, RuntimeError) as error:
                raise ProbatumError("P342", address=address, reason=str(error).split("\n")[0][:200]) from error

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.own:
            self.ray.shutdown()

    def read(self, sources: Sequence[Source]) -> Iterator[tuple[int, bytes]]:
        """Portions with the number of their file, in the order of the files, one file at once for each CPU."""
        task = self.ray.remote(portions).options(
            num_cpus=1, num_returns="streaming", _generator_backpressure_num_objects=AHEAD
        )
        at_once = max(1, int(self.ray.cluster_resources().get("CPU", 1)))
        waiting: deque[tuple[int, Any]] = deque()
        left = iter(enumerate(sources))
        while True:
            while len(waiting) < at_once and (following := next(left, None)) is not None:
                number, source = following
                waiting.append((number, task.remote(source, self.describe)))
            if not waiting:
                return
            number, stream = waiting.popleft()
            for reference in stream:
                yield number, self.ray.get(reference)


def _knock(address: str) -> None:
    """Raise OSError when nothing listens at `host:port`. Ray itself tries for minutes and then ends the process."""
    host, colon, port = address.removeprefix("ray://").rpartition(":")
    if colon and port.isdigit():
        socket.create_connection((host.strip("[]"), int(port)), timeout=KNOCK).close()
