"""Watching: a saved answer held against the library of today, what moved under it, and the answer edited."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from probatum import apply
from probatum.acquire.library import Library
from probatum.model import (
    Answer,
    Change,
    LinkKind,
    Move,
    MoveKind,
    Record,
    RecordStatus,
    Reference,
    Span,
    Statement,
    Turn,
    Watched,
    WatchState,
)
from probatum.pipeline.answering import respond
from probatum.pipeline.starting import open_library
from probatum.pipeline.warning import why
from probatum.pipeline.wishes import Wish, read_date

BOTTOM = "bottom_line"
_SUCCESSION = (LinkKind.SUPERSEDED_BY, LinkKind.ERRATUM)
"""Links that say what a record was superseded or corrected by."""


def watch(
    turn: Turn,
    before: Turn | None = None,
    *,
    library: Library | str | Path | None = None,
    as_of: str | datetime.date | None = None,
    stood: str = "",
) -> Watched:
    """Hold the answer of a turn against the library: the same question is answered anew where the library moved on.

    `before` is the turn that a follow-up was asked after. An answer written from this very library, or seen to
    stand against it (`stood`: the version of the library that it last stood against), is not answered again.
    Raises ProbatumError P3xx for a library that cannot be opened, P406 for a date that is none.
    """
    opened = library if isinstance(library, Library) else open_library(library)
    date, answer = read_date(as_of), turn.answer
    version = opened.library_version
    if version in (answer.engine.library_version, stood):
        return Watched(answer.question.typed, WatchState.UNCHANGED, version)
    cited = tuple(r.record for r in before.answer.references) if before is not None else ()
    wish = Wish(answer.reader, answer.engine.depth, date, only=turn.only, follow=turn.follow, cited=cited)
    today = respond(answer.question, opened, wish)
    moves = (*moved(answer, opened), *_new(answer, today))
    edits = apply.differences(answer, today)
    state = _state(answer, today, bool(moves or edits))
    if state is WatchState.STANDS:
        return Watched(answer.question.typed, state, version)
    plan = tuple(edit for edit in apply.plan(answer, today) if edit.change is not Change.KEEP)
    return Watched(answer.question.typed, state, version, moves, plan, edits, apply.merged(answer, today))


def moved(answer: Answer, library: Library) -> tuple[Move, ...]:
    """The sources of an answer that do not stand, or do not read, as they did when it was written."""
    return tuple(_moved(answer, library))


def _moved(answer: Answer, library: Library) -> Iterator[Move]:
    for reference in answer.references:
        now = library.get(reference.record)
        kind, reason, spoilt = _judged(answer, reference, now)
        if kind is not None:
            yield Move(kind, reference.record, reference.number, reason, _touched(answer, reference.record, spoilt))


def _judged(answer: Answer, reference: Reference, now: Record | None) -> tuple[MoveKind | None, str, Record | None]:
    """How a source moved and why; the record of today where only statements that no longer stand in it are touched."""
    if now is None:
        return MoveKind.GONE, "now gone from the library", None
    if now.status.value != reference.status:
        return MoveKind.STANDING, f"now {now.status.value}{_successor(now) or why(now)}", None
    versions = {s.version for s in _spans(answer) if s.record == reference.record}
    if versions and now.version not in versions:
        lost = any(not _stands(s, now) for s in _spans(answer) if s.record == reference.record)
        told = "now without all that was taken from it" if lost else "now with other words elsewhere in its text"
        return MoveKind.TEXT, told, now
    return None, "", None


def _successor(record: Record) -> str:
    """What a superseded or corrected record points to."""
    if record.status not in (RecordStatus.SUPERSEDED, RecordStatus.CORRECTED):
        return ""
    named = [str(link.identifier) for link in record.links if link.kind in _SUCCESSION and link.identifier]
    return f" (see {', '.join(named)})" if named else ""


def _spans(answer: Answer) -> Iterator[Span]:
    for statement in answer.statements:
        yield from statement.supports


def _stands(span: Span, now: Record) -> bool:
    """Whether the words that a span held are still in the section that they stood in."""
    return any(span.section == section.id and span.quote in section.text for section in now.sections)


def _touched(answer: Answer, record: str, now: Record | None) -> tuple[tuple[str, str], ...]:
    """Statements that rest on a record; with its text of today, only those whose words it lacks."""

    def rests(statement: Statement) -> bool:
        spans = [s for s in statement.supports if s.record == record]
        return any(now is None or not _stands(s, now) for s in spans)

    return tuple((section.id, s.text) for section in answer.sections for s in section.statements if rests(s))


def _new(answer: Answer, today: Answer) -> Iterator[Move]:
    """Sources that only the answer of today has."""
    known = {reference.record for reference in answer.references}
    for reference in today.references:
        if reference.record not in known:
            touches = _touched(today, reference.record, None)
            yield Move(MoveKind.NEW, reference.record, reference.number, reference.citation, touches)


def _state(answer: Answer, today: Answer, anything: bool) -> WatchState:
    if _bottom(answer) != _bottom(today):
        return WatchState.CHANGES
    return WatchState.TOUCHED if anything else WatchState.STANDS


def _bottom(answer: Answer) -> tuple[str, ...]:
    return tuple(s.text for section in answer.sections if section.id == BOTTOM for s in section.statements)
