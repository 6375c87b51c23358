"""Starting: a library's starter records, put in when it is made and kept to the edition of this program.

A library that was given an older edition gets the new one once, when it is next opened: new summaries are added,
changed ones replace their older text, those that were withdrawn go. Records of the user are never touched, nor is a
library without starter records. PROBATUM_STARTER=off refuses both.

What is read out of them (`ahead`) is kept once for each edition and each set of rules, when the command line asks for
it: an answer that finds its sources read takes a fifth less time.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from probatum.acquire import starter
from probatum.acquire.library import Library, editions, founding, resolve
from probatum.acquire.library.lock import writing
from probatum.appraise import design, keeping
from probatum.errors import ProbatumError
from probatum.model import Record
from probatum.pipeline.ahead import read_ahead

VARIABLE: Final = "PROBATUM_STARTER"
NAME: Final = "starter"
AHEAD: Final = "PROBATUM_AHEAD"
READ: Final = "starter read"
"""Under which name the library keeps by what rules its starter records were read."""
Tell = Callable[[str], object]


def open_library(location: str | Path | None = None, tell: Tell = lambda _: None) -> Library:
    """Open the library; one that does not exist is created with the starter records, one with an older edition of them
    is brought up to date, which `tell` is told in one line.

    Raises ProbatumError P3xx when the place holds something that is not a library or cannot be written.
    """
    where = resolve(location)
    if Library.exists(where):
        library = Library.open(where)
        bring_up_to_date(library, tell)
        return library
    return Library.open(where, create=True) if _refused() else founding.founded(where, _given)


def _given(library: Library) -> None:
    """Put the starter records into a library that is being made."""
    library.add(starter.records(), describe=design.describe)
    editions.note(library.location, NAME, starter.EDITION)


def bring_up_to_date(library: Library, tell: Tell = lambda _: None) -> None:
    """Give a library that has starter records of another edition those of this one, once.

    One that cannot be written now stays as it is, which is told; the next opening tries again.
    """
    if _refused() or editions.held(library.location, NAME) == starter.EDITION:
        return
    held = _starters(library)
    if not held:
        return
    try:
        told = _brought(library, held)
    except ProbatumError as error:
        told = f"The starter records of this library are of an older edition, and stay so for now: {error}"
    if told:
        tell(told)


def read_starter_ahead(library: Library, tell: Tell = lambda _: None) -> int:
    """Keep what is read out of the starter records of a library, where it is not kept by today's rules; how many were
    read, of which `tell` is told in one line before.

    For a library that has this edition of them; a few seconds, once. What cannot be kept now, because another process
    writes or the place cannot be written, is left for the next time, without a word: nothing but time is lost.
    """
    if _off(AHEAD) or _refused() or editions.held(library.location, NAME) != starter.EDITION:
        return 0
    by = f"{starter.EDITION} {keeping.reader()}"
    if editions.held(library.location, READ) == by:
        return 0
    try:
        with writing(library.location):
            pass  # tried first, since reading takes seconds; not held meanwhile, since others may wait to write
        tell("Reading the starter records ahead, once, so that answers come sooner ...")
        done = read_ahead(library, 1, records=_starters(library))
        editions.note(library.location, READ, by)
    except ProbatumError:
        return 0
    return done


def _starters(library: Library) -> list[Record]:
    return [record for record in library.records("summary") if record.format == starter.FORMAT]


def _brought(library: Library, held: list[Record]) -> str:
    """Bring the new edition in; what is said of it, empty where nothing was to be changed."""
    now = {record.id for record in starter.records()}
    gone = [record.id for record in held if record.id not in now]
    done = library.add(starter.records(), describe=design.describe)
    for record_id in gone:
        library.remove(record_id)
    editions.note(library.location, NAME, starter.EDITION)
    if not (done.added or done.updated or gone):
        return ""
    return (
        f"The starter records of this library were brought up to date: {done.added} added, {done.updated} renewed, "
        f"{len(gone)} withdrawn. Yours are untouched. {VARIABLE}=off leaves them as they are."
    )


def _refused() -> bool:
    return _off(VARIABLE)


def _off(variable: str) -> bool:
    return os.environ.get(variable, "").strip().lower() in ("off", "0", "no", "false")
