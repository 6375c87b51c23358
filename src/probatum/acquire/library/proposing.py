"""What an index proposes for a search: records with their BM25 scores, best first, ties by id.

The index of a library in a folder is `index`; on an object store, and in a library of an earlier layout, it is the
engine's own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol

import msgspec

from probatum.acquire.library.index.finding import Place
from probatum.acquire.library.index.index import Index, rows
from probatum.acquire.library.index.scoring import compiled
from probatum.acquire.library.index.view import View
from probatum.acquire.library.query import TEXT, Filters, Query
from probatum.acquire.ranking import Candidates, terms

SHOWN: Final = ("id", "mark", "record", "status", "design")
"""Columns that make a hit."""


Further = Callable[[Sequence[str]], list[dict[str, Any]]]
"""Gives the rows of records by their ids, each with its score."""


class One(msgspec.Struct, frozen=True):
    """A record proposed: its id, the mark of its version, its score, and where the proposal has it."""

    id: str
    mark: int
    score: float
    at: Any


class Proposal(Protocol):
    """Records, and how more is learned of them."""

    found: list[One]

    def candidates(self, chosen: Sequence[One]) -> Candidates:
        """Their terms, to be scored again."""
        ...

    def beside(self, ids: Sequence[str]) -> list[One]:
        """The records with those ids that meet the filters, best first; the score is 0 where they have none of the
        words."""
        ...

    def rows(self, chosen: Sequence[One], columns: Sequence[str]) -> list[dict[str, Any]]:
        """Those columns, for each record in order."""
        ...


class Indexed:
    """Proposed by the library's own index."""

    def __init__(self, index: Index, view: View, query: Query, filters: Filters, limit: int) -> None:
        self._index, self._view, self._query, self._filters = index, view, compiled(query), filters
        self.found = self._made(index.find(view, self._query, filters, limit))

    @staticmethod
    def _made(places: Sequence[Place]) -> list[One]:
        return [One(place.id, place.mark, place.score, place) for place in places]

    def beside(self, ids: Sequence[str]) -> list[One]:
        """Scored by the same query."""
        return self._made(self._index.among(self._view, self._query, self._filters, ids)) if ids else []

    def candidates(self, chosen: Sequence[One]) -> Candidates:
        """Their terms, as the index holds them."""
        codes, starts = self._view.texts([(one.at.leaf, one.at.number) for one in chosen])
        return Candidates([one.score for one in chosen], starts, codes, self._view.words)

    def rows(self, chosen: Sequence[One], columns: Sequence[str]) -> list[dict[str, Any]]:
        """Read from the table as it stood when it was indexed."""
        return rows(self._view, [one.at for one in chosen], columns)


class Fetched:
    """Proposed by the engine, which gives whole rows. Scores are 32-bit sums whose last digits depend on the order of
    adding."""

    def __init__(self, found: Sequence[dict[str, Any]], column: str, limit: int, further: Further) -> None:
        self._column, self._further = column, further
        self.found = _ordered(found)[:limit]

    def beside(self, ids: Sequence[str]) -> list[One]:
        """Asked for by their ids."""
        return _ordered(self._further(ids)) if ids else []

    def candidates(self, chosen: Sequence[One]) -> Candidates:
        """Their terms, from the column that was searched."""
        texts = [one.at[self._column] for one in chosen]
        if self._column == TEXT:
            texts = [" ".join(terms(text)) for text in texts]
        return Candidates.of_texts([one.score for one in chosen], texts)

    def rows(self, chosen: Sequence[One], columns: Sequence[str]) -> list[dict[str, Any]]:
        """Those at hand."""
        return [{name: one.at[name] for name in columns} for one in chosen]


def _ordered(rows: Sequence[dict[str, Any]]) -> list[One]:
    made = [One(row["id"], row["mark"], round(row["_score"], 3), row) for row in rows]
    return sorted(made, key=lambda one: (-one.score, one.id))
