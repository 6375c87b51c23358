"""How far a search of a service has come, on disk, so that an interrupted one goes on.

One small file for each search (service, query, since, library), readable by its user alone, removed when the search
has ended. It holds the query as sent, no key and nothing of the question.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
from pathlib import Path
from typing import Final

import msgspec

FRESH: Final = 6 * 3600.0
"""Seconds for which services are known to keep the place in a search (NCBI's history server: about 8 hours)."""


class Begun(msgspec.Struct, frozen=True):
    """A search that was begun and not ended."""

    service: str
    query: str
    since: str
    cursor: str
    """Where to go on, in the service's terms."""
    done: int
    """Records kept."""
    total: int | None
    at: float
    """When, in seconds since 1970."""


class Resumable:
    """The place of one search. Without a folder nothing is noted."""

    def __init__(self, folder: Path | None, service: str, query: str, since: str, library: str) -> None:
        self._key = (service, query, since)
        name = hashlib.sha256("\n".join((*self._key, library)).encode()).hexdigest()[:32]
        self._path = folder / f"{name}.json" if folder else None
        self.begun = self._read()
        """The search as an earlier call left it, or None."""

    def _read(self) -> Begun | None:
        if self._path is None or not self._path.is_file():
            return None
        try:
            found = msgspec.json.decode(self._path.read_bytes(), type=Begun)
        except (OSError, msgspec.MsgspecError):
            return None  # a damaged note costs time, nothing else: what is kept already is left alone
        same = (found.service, found.query, found.since) == self._key
        return found if same and found.cursor and 0 <= time.time() - found.at < FRESH else None

    def note(self, cursor: str, done: int, total: int | None) -> None:
        """All before `cursor` is kept."""
        if self._path is None or not cursor:
            return
        data = msgspec.json.encode(Begun(*self._key, cursor, done, total, time.time()))
        with contextlib.suppress(OSError):  # a place that cannot be written costs the resuming, nothing else
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(dir=self._path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(draft).replace(self._path)

    def forget(self) -> None:
        """The search has ended, or its place is known no more."""
        self.begun = None
        if self._path is not None:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)
