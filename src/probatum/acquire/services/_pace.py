"""When the next request may leave: one line for each host, shared by all threads of the process.

Moments are those of a Clock's `monotonic`."""

from __future__ import annotations

import threading
import time
from typing import Protocol


class Clock(Protocol):
    """Tells the time and lets it pass; tests bring one of their own."""

    def monotonic(self) -> float:
        """Seconds since some moment."""

    def sleep(self, seconds: float) -> None:
        """Let so many seconds pass."""


class RealClock:
    """The machine's clock."""

    def monotonic(self) -> float:
        """Seconds since some moment."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


class Turns:
    """Gives each request to a host its moment, so that no two leave within the host's interval."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next: dict[str, float] = {}

    def take(self, host: str, interval: float, now: float) -> float:
        """Seconds until a request to `host` may leave, `interval` seconds or more after the one before it."""
        with self._lock:
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + interval
        return turn - now

    def hold(self, host: str, until: float) -> None:
        """Let nothing leave for `host` before that moment: it asked for that."""
        with self._lock:
            self._next[host] = max(self._next.get(host, until), until)


TURNS = Turns()
"""The process's own."""
