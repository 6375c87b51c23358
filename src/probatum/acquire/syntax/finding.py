"""Searching a library by an expression: the index proposes, the record itself decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

import msgspec

from probatum.acquire.library import Hit, Library, Query
from probatum.acquire.library.query import Filters, where
from probatum.acquire.syntax.headings import Headings
from probatum.acquire.syntax.mapping import mapped
from probatum.acquire.syntax.matching import Matcher
from probatum.acquire.syntax.narrowing import narrowed
from probatum.acquire.syntax.nodes import And, Expression, Leaf, Not, Or, shown
from probatum.vocabulary import Vocabulary

DEPTHS: Final = (200, 2_000, 20_000, 200_000, 2_000_000)
"""How many records the index is asked for, one step after the other until enough of them hold."""


class Found(msgspec.Struct, frozen=True):
    """What a search in syntax found.

    `understood` is the expression with all brackets; `names` the other names looked for, by the word typed; `examined`
    how many records were looked into; `complete` False when more may hold than are listed.
    """

    hits: tuple[Hit, ...]
    understood: str
    names: tuple[tuple[str, tuple[str, ...]], ...]
    examined: int
    complete: bool


def find(
    library: Library,
    expression: Expression,
    vocabulary: Vocabulary,
    *,
    limit: int = 10,
    year: tuple[int | None, int | None] | None = None,
    kind: str | Iterable[str] | None = None,
    design: str | Iterable[str] | None = None,
    status: str | Iterable[str] | None = None,
    as_of: str = "",
) -> Found:
    """The best `limit` records that meet the expression, by BM25 of its words, ties by id; filters as `Library.search`.

    An expression without a word that the index holds (an author alone) is asked of every record in the library, one
    after the other, and its records come newest first.
    """
    read = mapped(expression, vocabulary)
    headings = Headings(vocabulary)
    proposal = narrowed(read, headings)
    more = proposal.condition
    filters = where(year=year, kind=kind, design=design, status=status, as_of=as_of, more=more)
    matcher = Matcher(read, vocabulary)
    if proposal.groups:
        found, examined, complete = _ranked(library, Query(groups=proposal.groups), filters, matcher, limit)
    else:
        found, examined = _one_by_one(library, filters, matcher)
        found, complete = found[:limit], len(found) <= limit
    return Found(tuple(found), shown(read), tuple(_names(read, headings)), examined, complete)


def _ranked(
    library: Library, query: Query, filters: Filters, matcher: Matcher, limit: int
) -> tuple[list[Hit], int, bool]:
    examined, found = 0, list[Hit]()
    for depth in DEPTHS:
        proposed = library.matching(query, filters, depth)
        found = [hit for hit in proposed if matcher.holds(hit.record)]
        examined = len(proposed)
        if len(found) >= limit or examined < depth:
            break
    complete = examined < depth and len(found) <= limit
    return found[:limit], examined, complete


def _one_by_one(library: Library, filters: Filters, matcher: Matcher) -> tuple[list[Hit], int]:
    examined, found = 0, []
    for record in library.records(filters.sql):
        examined += 1
        if matcher.holds(record):
            found.append(Hit(record, 0.0))
    found.sort(key=lambda hit: hit.record.id)
    found.sort(key=lambda hit: hit.record.date or str(hit.record.year or ""), reverse=True)
    return found, examined


def _names(expression: Expression, headings: Headings) -> Iterator[tuple[str, tuple[str, ...]]]:
    match expression:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _names(part, headings)
        case Not(wanted, barred):
            yield from _names(wanted, headings)
            yield from _names(barred, headings)
        case Leaf():
            names = headings.names(expression)
            if names:
                yield expression.words, tuple(islice(names, 12))
