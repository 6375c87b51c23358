"""Where a library is: a folder, or an object store's URI."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from probatum.errors import ProbatumError

VARIABLE: Final = "PROBATUM_LIBRARY"
"""Environment variable that names the library."""


def is_uri(location: str) -> bool:
    """True for `s3://bucket/library` and the like, False for a path (Windows drives included)."""
    return "://" in location and not location.startswith("file://")


def resolve(location: str | Path | None = None) -> str:
    """The location to use: the one given, else PROBATUM_LIBRARY, else the platform's folder for a user's data.

    A path comes back absolute with `~` expanded; a URI as it is. Raises ProbatumError P301 when the path is a file.
    """
    named = str(location) if location else os.environ.get(VARIABLE, "")
    if not named:
        from platformdirs import user_data_path  # takes 20 ms to load, needed only here

        return str(user_data_path("probatum", appauthor=False) / "library")
    if is_uri(named):
        return named.rstrip("/")
    path = Path(named.removeprefix("file://")).expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise ProbatumError("P301", location=path)
    return str(path)


def size_on_disk(location: str) -> int | None:
    """Bytes of all files of a folder; None for an object store."""
    if is_uri(location):
        return None
    total = 0
    for folder, _, names in os.walk(location):
        for name in names:
            try:
                total += (Path(folder) / name).stat().st_size
            except FileNotFoundError:  # another process tidied it away in between
                continue
    return total
