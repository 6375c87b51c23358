"""Founding: a library that is filled as it is made appears whole or not at all.

Another process that opened one half filled would answer that nothing is held; one that was killed half-way would leave
such a library for good. So it is filled in a folder beside its place and then moved there.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from probatum.acquire.library.library import Library
from probatum.acquire.library.location import is_uri


def founded(place: str, fill: Callable[[Library], object]) -> Library:
    """The library at a resolved place where there is none yet, with what `fill` puts into it; the one that another
    process made there meanwhile, where one did.

    Where nothing can be moved to (an object store, a mounted volume, a folder that holds other things, one whose parent
    cannot be written) it is filled in its place. Raises ProbatumError P304 when the place cannot be written.
    """
    moved = not is_uri(place) and _founded_beside(Path(os.path.realpath(place)), fill)
    return Library.open(place) if moved else _filled(place, fill)


def _founded_beside(target: Path, fill: Callable[[Library], object]) -> bool:
    """Whether a library stands at the place, filled beside it and moved there; False where it cannot be moved."""
    if target.is_dir() and any(target.iterdir()):
        return Library.exists(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent)
    except OSError:
        return False
    try:
        source = Path(beside, "library")
        _filled(str(source), fill)
        return _moved(source, target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _filled(place: str, fill: Callable[[Library], object]) -> Library:
    library = Library.open(place, create=True)
    fill(library)
    return library


def _moved(source: Path, target: Path) -> bool:
    """Whether a folder was moved to a place that is empty or absent, or another library stands there meanwhile."""
    with suppress(OSError):
        target.rmdir()  # an empty folder: Windows moves nothing onto one
    try:
        source.rename(target)
    except OSError:
        return Library.exists(target)
    return True
