"""The library of a folder of data and its first questions, as several benchmarks ask them."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from benchmarks.data import build
from probatum.acquire.library import Library

QUESTIONS = 100
AS_OF = "2026-01-01"


class Given(msgspec.Struct):
    """A library, its questions by identifier, the day they are asked on, and what the folder lacks."""

    library: Library
    questions: list[str]
    missing: list[str]
    as_of: str = AS_OF


@contextlib.contextmanager
def answering(data: Path, most: int = QUESTIONS) -> Iterator[Given]:
    """The records of the folder in a library of their own, and its first questions by identifier."""
    with tempfile.TemporaryDirectory() as folder:
        library, asked, missing = build(Path(folder) / "library", data)
        by_id = sorted(asked, key=lambda pair: int(pair[1].id.rpartition(":")[2]))
        yield Given(library, [question for question, _ in by_id[:most]], missing)
