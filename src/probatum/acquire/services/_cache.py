"""Replies kept on disk for a while, so that a search repeated or resumed asks nothing twice.

They stand in the folder named by PROBATUM_CACHE, else in the platform's folder for a user's cache, readable by that
user alone; PROBATUM_CACHE=off keeps none. The cache sees requests before a key is added to them, so no key is on disk.
Deleting the folder is safe at any time.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from hishel import SqliteStorage

VARIABLE: Final = "PROBATUM_CACHE"
OFF: Final = "off"
WHOLE: Final = 512 * 1024 * 1024
"""Bytes the cache may take; the replies used longest ago go first."""


def folder(environ: Mapping[str, str] = os.environ) -> Path | None:
    """Where replies are kept, or None when none are."""
    named = environ.get(VARIABLE, "")
    if named == OFF:
        return None
    if named:
        return Path(named).expanduser() / "services"
    from platformdirs import user_cache_path  # takes 20 ms to load, needed only here

    return user_cache_path("probatum", appauthor=False) / "services"


def storage(place: Path | None, largest: int) -> SqliteStorage | None:
    """The store of replies, or None when there is no place for it; it keeps no reply of more than `largest` bytes."""
    if place is None:
        return None
    from hishel import SqliteStorage

    # The store reports its own trouble as tracebacks; a reply that cannot be kept is fetched again, no more.
    logging.getLogger("hishel").addHandler(logging.NullHandler())
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(place, os.W_OK):
            return None
        made = SqliteStorage(database_path=place / "replies.db", max_stream_size=largest, max_size=WHOLE)
        made.get_entries("")
    except (OSError, RuntimeError):
        return None  # without a writable home, or with another program's file in its place, one may still go online
    return made
