"""One writer at a time: a lock on a file in the library's folder, freed by the system when the process ends."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from probatum.acquire.library.location import is_uri
from probatum.errors import ProbatumError

NAME: Final = "writer.lock"


def _take(file: IO[bytes]) -> None:
    """Lock the file or raise OSError at once."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def writing(location: str) -> Iterator[None]:
    """Hold the library for writing.

    Raises ProbatumError P303 when another process writes to it, P304 when the folder cannot be written. An object
    store has no such lock: there the engine refuses the second of two commits that meet, and one writer is the user's
    affair.
    """
    if is_uri(location):
        yield
        return
    path = Path(location) / NAME
    try:
        file = path.open("ab")
    except OSError as error:
        raise ProbatumError("P304", location=location, reason=error.strerror or error) from error
    with file:
        try:
            _take(file)
        except OSError as error:
            raise ProbatumError("P303", location=location) from error
        yield
