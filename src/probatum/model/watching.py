"""Watching: a saved answer held against the library of today, and what moved under it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from probatum.model.answer import Answer
from probatum.model.conversation import SectionEdit


class WatchState(StrEnum):
    """What came of it, the quietest first."""

    UNCHANGED = "unchanged"
    """The library is the one that the answer was written from or last stood against."""
    STANDS = "stands"
    """The library moved on, and the answer would be written from the same sources in the same words."""
    TOUCHED = "touched"
    """Something moved under it; the bottom line would stay as it is."""
    CHANGES = "bottom line changes"
    """The bottom line would be another today."""


class MoveKind(StrEnum):
    """What happened to a source of a saved answer."""

    STANDING = "standing"
    """It was retracted, corrected, superseded, withdrawn, or an expression of concern was published on it."""
    TEXT = "text"
    """It was read anew with another text."""
    GONE = "gone"
    """The library does not hold it any more."""
    NEW = "new"
    """A source that the same question is answered from today and was not then."""


class Move(msgspec.Struct, frozen=True):
    """One source that moved, and the statements that it touches."""

    kind: MoveKind
    record: str
    number: int
    """Its reference number in the saved answer; of a new source in the answer of today."""
    why: str
    """`now retracted (notice: pmid:1)`; for a new source its citation."""
    touches: tuple[tuple[str, str], ...] = ()
    """Pairs of section id and sentence: of the saved answer, or of today's for a new source."""


class SentenceEdit(msgspec.Struct, frozen=True):
    """One sentence that is not the same in two answers; empty on the side that lacks it."""

    section: str
    """Id of the section."""
    old: str
    new: str


class Watched(msgspec.Struct, frozen=True):
    """A saved answer held against the library of today."""

    question: str
    state: WatchState
    library_version: str
    """Of the library it was held against."""
    moves: tuple[Move, ...] = ()
    plan: tuple[SectionEdit, ...] = ()
    edits: tuple[SentenceEdit, ...] = ()
    answer: Answer | None = None
    """The edited answer: kept sections word for word. None where nothing is to be edited."""
