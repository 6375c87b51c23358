"""The index on disk: segments, which never change, and one file that says which of them make it up.

`state` names the segments, the version of the table of records they were held against, and the row in which each record
lies there. It is replaced whole, so a process that is killed leaves the state before it. Segments that it does not name
go; a reader that is looking into one keeps it until it has ended.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Final

import numpy as np

from probatum.acquire.library.index import arrays
from probatum.acquire.library.index.segment import Segment
from probatum.acquire.library.index.view import Leaf, View
from probatum.acquire.library.query import TERMS

FOLDER: Final = "index"
STATE: Final = "state"
ENDING: Final = ".segment"

LAYOUT: Final = 2
"""Version of the files; an index of another one is made anew."""

ATTEMPTS: Final = 5
"""How often the state is read again when a segment it names is gone: another process has replaced both."""


def load(folder: Path) -> View | None:
    """The index as it lies on disk; None when there is none, or none that this version of Probatum reads."""
    for _ in range(ATTEMPTS):
        try:
            return _load(folder)
        except FileNotFoundError:
            if not (folder / STATE).exists():
                return None
        except (OSError, arrays.UnreadableError):
            return None
    return None


def _load(folder: Path) -> View | None:
    about, held = arrays.read(folder / STATE)
    if (about.get("layout"), about.get("terms")) != (LAYOUT, TERMS):
        return None
    names, rows = about["segments"], np.array(held["rows"])
    segments = [Segment.open(folder / name) for name in names]
    if sum(map(len, segments)) != len(rows):
        return None
    leaves, first = [], 0
    for name, segment in zip(names, segments, strict=True):
        leaves.append(Leaf(segment, rows[first : first + len(segment)], name))
        first += len(segment)
    return View(str(about["version"]), leaves)


def table_state(location: Path, version: int) -> str:
    """A name for the state of the table in a folder at one of its versions: the version, and a hash of the file that
    lists what the table is then made of. The engine numbers versions upwards or, in newer tables, downwards."""
    for name in (f"{2**64 - 1 - version:020}", f"{version}"):
        with contextlib.suppress(FileNotFoundError):
            listed = (location / "_versions" / f"{name}.manifest").read_bytes()
            return f"{version}-{blake2b(listed, digest_size=16).hexdigest()}"
    return f"{version}"


def free_name(folder: Path) -> str:
    """A name for a new segment that none has or had while its file lay there."""
    taken = (path.name.removesuffix(ENDING) for path in folder.glob(f"*{ENDING}"))
    return f"{1 + max((int(name) for name in taken if name.isdigit()), default=0):08d}{ENDING}"


def save(folder: Path, view: View) -> None:
    """Make this the index. Raises OSError."""
    rows = np.concatenate([leaf.rows for leaf in view.leaves] or [np.zeros(0, np.uint64)])
    names = [leaf.name for leaf in view.leaves]
    about = {"layout": LAYOUT, "terms": TERMS, "version": view.version, "segments": names}
    arrays.write(folder / STATE, about, {"rows": rows})
    _tidy(folder, names)


def _tidy(folder: Path, used: Sequence[str]) -> None:
    """Take away what is no longer used, and what an interrupted writing left."""
    for path in folder.iterdir():
        if path.name not in (STATE, *used):
            with contextlib.suppress(OSError):  # where a reader holds it open, the next writing sees to it
                path.unlink()
