"""Repetition: a source's sentence that was quoted once is not quoted again further down."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from probatum.model import Kind, Section, Span, Statement


def once(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections without quotations that an earlier section has whole; a section is never emptied by that."""
    told: list[Span] = []
    made: list[Section] = []
    for section in sections:
        kept = tuple(s for s in section.statements if not _repeats(s, told))
        section = msgspec.structs.replace(section, statements=kept or section.statements)
        told += [s.supports[0] for s in section.statements if s.kind is Kind.QUOTED and s.supports]
        made.append(section)
    return tuple(made)


def _repeats(statement: Statement, told: Iterable[Span]) -> bool:
    if statement.kind is not Kind.QUOTED or not statement.supports:
        return False
    own = statement.supports[0]
    return any(
        (own.record, own.version, own.section) == (other.record, other.version, other.section)
        and other.start <= own.start
        and own.end <= other.end
        for other in told
    )
