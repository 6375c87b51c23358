"""When the indices are brought up to date: often enough that searches stay fast, not for every record that comes.

Bringing them up to date rewrites them: seconds in a large library, however little came. Records that wait are found all
the same, read one by one: about 2 ms of a search for 1,000 of them.
"""

from __future__ import annotations

from typing import Final

from probatum.acquire.library.store import Store

LARGE: Final = 100_000
"""Records up to which nothing waits, and the index is made anew when records were replaced or removed (about 15 s at
most), so that the last digits of scores never depend on a library's past. A larger one would count the words of old
texts and of those that wait a little differently."""

WAITING: Final = 2_000
"""Records that may wait in a large library."""

PIECES: Final = 50
"""Small pieces on disk, one for each `add`, that may wait to be put together."""


def large(store: Store) -> bool:
    """True when upkeep is spread over several writings."""
    return store.count() > LARGE


def waits(store: Store) -> bool:
    """True when so little waits to be indexed that the next writing may do it."""
    return large(store) and store.unindexed() <= WAITING and store.pieces() <= PIECES
